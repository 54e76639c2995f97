import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of bonds, nominations, elections and validators' rewards. */
export const VALIDATOR_SENTENCES = {
  AlreadyListed: { en: 'Voter {voterId} is in the list already.', 'zh-Hans': '投票人 {voterId} 已在名单中。' },
  AlreadyRunning: {
    en: 'You stand as candidate {candidateId} already.',
    'zh-Hans': '您已作为候选人 {candidateId} 参选。',
  },
  BadEdgeCount: {
    en: 'Voter {voterId} has {count} edges in the solution; 1 to 16 are possible.',
    'zh-Hans': '方案中投票人 {voterId} 有 {count} 条边，应为 1 至 16 条。',
  },
  BadEdgesLength: {
    en: 'The edges of the solution are {given} bytes long instead of {expected}.',
    'zh-Hans': '方案中边的长度为 {given} 字节，应为 {expected} 字节。',
  },
  BadVoterIds: {
    en: 'Voters’ numbers take four bytes each; {length} bytes do not fit.',
    'zh-Hans': '每个投票人编号占四个字节，{length} 字节不符合。',
  },
  CommissionAboveCap: {
    en: 'A validator may keep {cap} at most, not {commissionBps}.',
    'zh-Hans': '验证人的佣金最高为 {cap}，不能是 {commissionBps}。',
  },
  CommissionClaimed: {
    en: 'The commission of candidate {candidateId} for term {term} has been paid.',
    'zh-Hans': '候选人 {candidateId} 第 {term} 届的佣金已经支付。',
  },
  ERC20ExceededCap: {
    en: 'There can never be more CTT than the cap.',
    'zh-Hans': 'CTT 的总量不能超过上限。',
  },
  ERC20InvalidCap: { en: 'CTT needs a cap above 0.', 'zh-Hans': 'CTT 的上限必须大于 0。' },
  EdgeNotNominated: {
    en: 'The solution puts voter {voterId} behind candidate {winner}, whom he did not name there.',
    'zh-Hans': '方案把投票人 {voterId} 分配给候选人 {winner}，但其并未在该位置提名此人。',
  },
  EmptyEdge: {
    en: 'The solution gives voter {voterId} an edge without any stake.',
    'zh-Hans': '方案中投票人 {voterId} 有一条没有质押额的边。',
  },
  EmptyPage: { en: 'A solution needs at least one voter.', 'zh-Hans': '方案至少需要一个投票人。' },
  InvalidCapacity: {
    en: 'The list of voters cannot have {given} places.',
    'zh-Hans': '投票人名单不能有 {given} 个席位。',
  },
  InvalidVoterProof: {
    en: 'The election of term {term} did not give voter {voterId} this stake. Load the page again.',
    'zh-Hans': '第 {term} 届选举中投票人 {voterId} 没有这样的份额。请重新加载页面。',
  },
  LanesOutOfOrder: {
    en: 'The edges of voter {voterId} are not in the order of his nominations.',
    'zh-Hans': '投票人 {voterId} 的边没有按提名顺序排列。',
  },
  NoDraft: {
    en: 'You have not begun a solution for this election.',
    'zh-Hans': '您尚未为本次选举开始提交方案。',
  },
  NominationsOutOfOrder: {
    en: 'Name each candidate once, in the order of their numbers: {candidateId} cannot follow {previous}.',
    'zh-Hans': '每位候选人只能提名一次，且须按编号顺序：{candidateId} 不能排在 {previous} 之后。',
  },
  NotCandidate: { en: 'You have never stood as a candidate.', 'zh-Hans': '您从未参选。' },
  NotCourt: {
    en: 'Only an appointed court may slash, not {account}.',
    'zh-Hans': '只有获任命的法院才能罚没，{account} 无权执行。',
  },
  NotElections: {
    en: 'Only the elections’ contract may do this, not {account}.',
    'zh-Hans': '只有选举合约才能执行此操作，{account} 无权执行。',
  },
  NotExperiencer: {
    en: 'Only experiencers can be validators. Register as one and earn experience power first.',
    'zh-Hans': '只有体验者才能成为验证人。请先注册并取得体验算力。',
  },
  NotNextTerm: {
    en: 'Terms are closed in order: {next} comes before {term}.',
    'zh-Hans': '须按顺序结算各届：第 {next} 届应先于第 {term} 届。',
  },
  NotRunning: { en: 'Candidate {candidateId} does not stand.', 'zh-Hans': '候选人 {candidateId} 没有参选。' },
  NotVoter: { en: 'Bond CTT first; then you can name candidates.', 'zh-Hans': '请先质押 CTT，然后才能提名候选人。' },
  NothingLeaving: {
    en: 'Nothing of yours is on its way out.',
    'zh-Hans': '您没有正在解除的质押。',
  },
  OutsideElection: {
    en: 'Solutions for term {term} are taken from {from} until {until}.',
    'zh-Hans': '第 {term} 届的方案仅在 {from} 至 {until} 之间接受。',
  },
  PowerTooLow: {
    en: 'Candidate {candidateId} has {power} of experience power; {required} are needed.',
    'zh-Hans': '候选人 {candidateId} 的体验算力为 {power}，需要 {required}。',
  },
  RewardClaimed: {
    en: 'The reward of term {term} has been paid to voter {voterId}.',
    'zh-Hans': '第 {term} 届的奖励已支付给投票人 {voterId}。',
  },
  SelfBondTooLow: {
    en: 'The self-bond of candidate {candidateId} is {bond} CTT; {required} CTT are needed.',
    'zh-Hans': '候选人 {candidateId} 的自有保证金为 {bond} CTT，需要 {required} CTT。',
  },
  SolutionNotBetter: {
    en: 'There is a solution already that is as good or better.',
    'zh-Hans': '已有同样好或更好的方案。',
  },
  StakeExceeded: {
    en: 'The solution gives {amount} CTT of voter {voterId} away, who has {left} CTT left.',
    'zh-Hans': '方案分配了投票人 {voterId} 的 {amount} CTT，而其只剩 {left} CTT。',
  },
  StakeTooSmall: {
    en: 'A stake of {stake} CTT is too small for the list: its smallest one is {smallest} CTT. Bond more, and name somebody.',
    'zh-Hans': '质押额 {stake} CTT 不足以进入名单，名单中最小的为 {smallest} CTT。请追加质押，并提名候选人。',
  },
  SupportLowered: {
    en: 'In the last hour of an election a solution with as many winners must not have less stake behind it: this one has {given} CTT, the queued one {queued} CTT.',
    'zh-Hans':
      '选举的最后一小时内，当选人数相同的方案总支持额不得减少：该方案为 {given} CTT，现有方案为 {queued} CTT。',
  },
  StillLocked: {
    en: 'It can be withdrawn from epoch {releaseEpoch} on.',
    'zh-Hans': '从第 {releaseEpoch} 周期起才能取回。',
  },
  StillSeated: {
    en: 'Candidate {candidateId} sits in term {term}. The self-bond stays until a term after that.',
    'zh-Hans': '候选人 {candidateId} 在第 {term} 届任职，其自有保证金须再留存一届。',
  },
  TermNotClosed: {
    en: 'The rewards of term {term} have not been shared yet. Close the term first.',
    'zh-Hans': '第 {term} 届的奖励尚未分配。请先结算该届。',
  },
  TermNotOver: { en: 'Term {term} is not over yet.', 'zh-Hans': '第 {term} 届尚未结束。' },
  TooManyNominations: {
    en: 'You named {given} candidates; {most} are possible.',
    'zh-Hans': '您提名了 {given} 位候选人，最多 {most} 位。',
  },
  TooManyPages: { en: 'A solution has {most} pages at most.', 'zh-Hans': '方案最多 {most} 页。' },
  UnknownCandidate: { en: 'There is no candidate {candidateId}.', 'zh-Hans': '候选人 {candidateId} 不存在。' },
  UnknownSeat: { en: 'There is no such seat.', 'zh-Hans': '没有这个席位。' },
  UnknownVoter: { en: 'There is no voter {voterId}.', 'zh-Hans': '投票人 {voterId} 不存在。' },
  VoterNotListed: {
    en: 'Voter {voterId} is not in the frozen list of this election.',
    'zh-Hans': '投票人 {voterId} 不在本次选举的冻结名单中。',
  },
  VotersOutOfOrder: {
    en: 'The solution’s voters have to be in order: {voterId} cannot follow {previous}.',
    'zh-Hans': '方案中的投票人须按顺序排列：{voterId} 不能排在 {previous} 之后。',
  },
  WinnerWithoutSupport: {
    en: 'Nobody stands behind winner {candidateId} in the solution.',
    'zh-Hans': '方案中没有人支持当选者 {candidateId}。',
  },
  WinnersOutOfOrder: {
    en: 'The solution’s winners have to be in order: {candidateId} cannot follow {previous}.',
    'zh-Hans': '方案中的当选者须按顺序排列：{candidateId} 不能排在 {previous} 之后。',
  },
  WrongWinnerCount: {
    en: 'The solution has {given} winners; {least} to {most} are possible.',
    'zh-Hans': '方案有 {given} 位当选者，应为 {least} 至 {most} 位。',
  },
  ZeroAmount: { en: 'Enter an amount above 0.', 'zh-Hans': '请输入大于 0 的数额。' },
} as const satisfies Record<string, Localized>;
