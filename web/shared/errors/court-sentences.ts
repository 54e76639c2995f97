import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of the court, of disputes, and of what waits for their rulings. */
export const COURT_SENTENCES = {
  AlreadyCommitted: { en: 'Seat {seat} has voted already.', 'zh-Hans': '席位 {seat} 已经投票。' },
  AlreadyRuled: { en: 'This has been ruled on already.', 'zh-Hans': '该案件已有裁决。' },
  AlreadySettled: {
    en: 'Round {round} of dispute {disputeId} has been settled already.',
    'zh-Hans': '争议 {disputeId} 的第 {round} 轮已经结算。',
  },
  AlreadySuspended: {
    en: 'Lot {lotId} is suspended already; there is nothing left to dispute.',
    'zh-Hans': '批次 {lotId} 已停售，无需再提出争议。',
  },
  ArbitrationUnderpaid: {
    en: 'Arbitration costs {cost}; {given} were paid.',
    'zh-Hans': '仲裁费用为 {cost}，实付 {given}。',
  },
  CaseAlreadyOpen: {
    en: 'Case {caseId} is open about this already. Hand in your evidence there.',
    'zh-Hans': '已有案件 {caseId} 正在审理此事。请在该案中提交证据。',
  },
  ChoiceOutside: {
    en: 'There is no choice {choice} in this dispute; there are 0 to {choices}.',
    'zh-Hans': '该争议没有选项 {choice}，只有 0 至 {choices}。',
  },
  EmptyCommitment: { en: 'The vote of seat {seat} is empty.', 'zh-Hans': '席位 {seat} 的投票为空。' },
  FeeTooLow: {
    en: 'The court costs {needed}; {given} were paid.',
    'zh-Hans': '仲裁费用为 {needed}，实付 {given}。',
  },
  GasTooLow: {
    en: 'The draw needs more gas: {required} instead of {given}.',
    'zh-Hans': '抽选需要更多手续费限额：{required}，而非 {given}。',
  },
  InvalidChoices: {
    en: 'A dispute has 1 to 253 choices, not {choices}.',
    'zh-Hans': '争议应有 1 至 253 个选项，而非 {choices} 个。',
  },
  InvalidWindow: {
    en: 'A window of {value} is outside of {min} to {max}.',
    'zh-Hans': '期限 {value} 不在 {min} 至 {max} 之间。',
  },
  NoArbitrator: {
    en: 'Governance has appointed no court yet.',
    'zh-Hans': '治理尚未任命仲裁法院。',
  },
  NoCase: {
    en: '{caller} holds no case about this.',
    'zh-Hans': '{caller} 没有与此有关的案件。',
  },
  NoEvidence: { en: 'Add the document that is your evidence.', 'zh-Hans': '请附上作为证据的文档。' },
  NoGround: { en: 'Say why this should not be there.', 'zh-Hans': '请说明理由。' },
  NoTreasury: { en: 'Governance has named no treasury yet.', 'zh-Hans': '治理尚未指定国库。' },
  NotArbitrator: {
    en: 'Only a court that was appointed may do this, not {account}.',
    'zh-Hans': '只有获任命的法院才能执行此操作，{account} 无权执行。',
  },
  NotChallenged: {
    en: 'Nobody has challenged the round of lot {lotId}.',
    'zh-Hans': '没有人质疑批次 {lotId} 的测评。',
  },
  NotDisputed: { en: 'No dispute is open about lot {lotId}.', 'zh-Hans': '批次 {lotId} 没有进行中的争议。' },
  NotDisputes: {
    en: 'Only the contract of disputes may do this, not {caller}.',
    'zh-Hans': '只有争议合约才能执行此操作，{caller} 无权执行。',
  },
  NotJuror: {
    en: 'Seat {seat} belongs to {juror}. Vote with that account.',
    'zh-Hans': '席位 {seat} 属于 {juror}。请用该账户投票。',
  },
  NotLapsed: {
    en: 'The court has until {deadline} to rule on case {caseId}.',
    'zh-Hans': '法院须在 {deadline} 之前对案件 {caseId} 作出裁决。',
  },
  NothingAtStake: {
    en: 'Model {modelId} is retired and its bond is gone; there is nothing left to dispute.',
    'zh-Hans': '模型 {modelId} 已下架且保证金已取回，无需再提出争议。',
  },
  NothingToReclaim: {
    en: 'The court has paid nothing back for case {caseId}.',
    'zh-Hans': '法院没有为案件 {caseId} 退还费用。',
  },
  NothingToReveal: {
    en: 'Seat {seat} has no vote to reveal: it has not voted, or has revealed already.',
    'zh-Hans': '席位 {seat} 没有可揭示的投票：尚未投票或已经揭示。',
  },
  RoundDisputed: {
    en: 'The round of lot {lotId} is disputed; the court decides.',
    'zh-Hans': '批次 {lotId} 的测评存在争议，由法院裁决。',
  },
  RoundNotTallied: { en: 'The round of lot {lotId} was not tallied.', 'zh-Hans': '批次 {lotId} 的测评没有计票。' },
  SaysTheSame: {
    en: 'These values are the consensus itself, to a quarter of every tolerance. There is nothing to challenge.',
    'zh-Hans': '这些数值与共识相差不到容差的四分之一，无可质疑。',
  },
  SeedMissed: {
    en: 'The chain has forgotten block {seedBlock}. Fix a new one.',
    'zh-Hans': '链上已无法查证区块 {seedBlock}。请重新选定区块。',
  },
  SeedNotReady: {
    en: 'Block {seedBlock} is not there yet. Wait for it.',
    'zh-Hans': '区块 {seedBlock} 尚未产生，请稍候。',
  },
  SeedStillValid: {
    en: 'Block {seedBlock} can still draw the jury; no other one is needed.',
    'zh-Hans': '区块 {seedBlock} 仍可用于抽选陪审员，无需重新选定。',
  },
  StillCollecting: {
    en: 'Lot {lotId} can be challenged until {until}. After that the case goes to court.',
    'zh-Hans': '批次 {lotId} 在 {until} 之前可以质疑，此后案件将提交法院。',
  },
  UnknownCase: { en: 'There is no case {caseId}.', 'zh-Hans': '案件 {caseId} 不存在。' },
  UnknownDispute: { en: 'There is no dispute {disputeId}.', 'zh-Hans': '争议 {disputeId} 不存在。' },
  UnknownRound: {
    en: 'Dispute {disputeId} has no round {round}.',
    'zh-Hans': '争议 {disputeId} 没有第 {round} 轮。',
  },
  UnreadableHeader: {
    en: 'The header of the block cannot be read.',
    'zh-Hans': '无法读取该区块的区块头。',
  },
  WrongCaseState: {
    en: 'Case {caseId} is not at this step: it is {given} and has to be {needed}.',
    'zh-Hans': '案件 {caseId} 不在这一步：当前为“{given}”，须为“{needed}”。',
  },
  WrongHeader: {
    en: 'This is not the header of block {seedBlock}.',
    'zh-Hans': '这不是区块 {seedBlock} 的区块头。',
  },
  WrongPhase: {
    en: 'The dispute is not at this step: it is at “{actual}”, not at “{expected}”.',
    'zh-Hans': '争议不在这一步：当前为“{actual}”，而非“{expected}”。',
  },
} as const satisfies Record<string, Localized>;
