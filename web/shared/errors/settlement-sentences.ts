import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of statements, openings, platforms and recommenders. */
export const SETTLEMENT_SENTENCES = {
  CarryStillFresh: {
    en: 'What was carried over can still be drawn by later lots (since lot no. {sinceOrdinal}).',
    'zh-Hans': '结转金额仍可由后续批次使用（自第 {sinceOrdinal} 个批次起）。',
  },
  ChallengeWindowOpen: {
    en: 'The statement of epoch {epoch} can be opened from {endsAt} on.',
    'zh-Hans': '第 {epoch} 周期的结算单从 {endsAt} 起才能打开。',
  },
  CommissionsOutOfRange: {
    en: 'The commissions of lot {lotId} ({commissions}) are above its rate ({max} at most).',
    'zh-Hans': '批次 {lotId} 的佣金（{commissions}）高于其费率（至多 {max}）。',
  },
  DepositExhausted: {
    en: 'The deposit holds {remaining} and {needed} would be needed.',
    'zh-Hans': '存款剩余 {remaining}，而需要 {needed}。',
  },
  EmptyStatement: { en: 'A statement without orders is not accepted.', 'zh-Hans': '不接受没有订单的结算单。' },
  FeesOutOfRange: {
    en: 'The fees of lot {lotId} ({fees}) do not follow from its sales: {min} to {max}.',
    'zh-Hans': '批次 {lotId} 的服务费（{fees}）与销售额不符，应为 {min} 至 {max}。',
  },
  ImplausibleTotals: {
    en: 'Fees {fees} and commissions {commissions} cannot come from sales of {sales}.',
    'zh-Hans': '服务费 {fees} 与佣金 {commissions} 不可能来自 {sales} 的销售额。',
  },
  LotAlreadyOpened: {
    en: 'Lot {lotId} of epoch {epoch} has been opened already.',
    'zh-Hans': '第 {epoch} 周期的批次 {lotId} 已经打开。',
  },
  LotNotOpened: {
    en: 'Lot {lotId} of epoch {epoch} has to be opened first.',
    'zh-Hans': '须先打开第 {epoch} 周期的批次 {lotId}。',
  },
  NoRecipient: { en: 'Nobody is appointed to receive this money yet.', 'zh-Hans': '尚未指定这笔款项的接收方。' },
  NoStatement: {
    en: 'The platform has not posted its statement of epoch {epoch} yet.',
    'zh-Hans': '平台尚未发布第 {epoch} 周期的结算单。',
  },
  NobodyNominated: { en: 'These orders nominate nobody.', 'zh-Hans': '这些订单没有提名任何人。' },
  NomineeAlreadyOpened: {
    en: 'The nominations of experiencer {nomineeId} on lot {lotId} in epoch {epoch} are counted already.',
    'zh-Hans': '第 {epoch} 周期批次 {lotId} 对体验者 {nomineeId} 的提名已计入。',
  },
  NotOperator: {
    en: 'Only the operator of platform {platformId} may do this.',
    'zh-Hans': '只有平台 {platformId} 的运营者才能执行此操作。',
  },
  NothingToWithdraw: { en: 'There is nothing to withdraw.', 'zh-Hans': '没有可提取的金额。' },
  OutsideStatementWindow: {
    en: 'The statement of epoch {epoch} is taken from {from} until {until}.',
    'zh-Hans': '第 {epoch} 周期的结算单只能在 {from} 至 {until} 之间提交。',
  },
  PathLength: {
    en: 'The proof has {given} steps, {depth} are needed.',
    'zh-Hans': '证明有 {given} 步，需要 {depth} 步。',
  },
  PlatformIsSuspended: {
    en: 'Platform {platformId} is suspended. Statements of epochs that began before the suspension are taken, this one is not.',
    'zh-Hans': '平台 {platformId} 已被暂停。暂停前已开始的周期仍可提交结算单，这一周期不可以。',
  },
  PlatformNotAdmitted: { en: 'Platform {platformId} is not admitted.', 'zh-Hans': '平台 {platformId} 尚未获准入驻。' },
  PositionOutsideTree: {
    en: 'The proof names a position outside of the tree.',
    'zh-Hans': '证明中的位置超出了树的范围。',
  },
  RecommenderAlreadyOpened: {
    en: 'The commissions of recommender {recommenderId} in epoch {epoch} have been paid already.',
    'zh-Hans': '推荐者 {recommenderId} 在第 {epoch} 周期的佣金已经支付。',
  },
  RootMismatch: { en: 'The proof does not lead to the posted statement.', 'zh-Hans': '证明与已发布的结算单不符。' },
  ScoringClosed: {
    en: 'The scoring of lot {lotId} ended at {since}.',
    'zh-Hans': '批次 {lotId} 的评分已于 {since} 结束。',
  },
  ScoringOpen: {
    en: 'Lot {lotId} is being scored until {until}. Come back then.',
    'zh-Hans': '批次 {lotId} 的评分将持续到 {until}。请届时再来。',
  },
  StatementExists: {
    en: 'The statement of epoch {epoch} has been posted already.',
    'zh-Hans': '第 {epoch} 周期的结算单已经发布。',
  },
  StatementStillOpen: {
    en: 'The statement of epoch {epoch} can be swept from epoch {sweepFrom} on.',
    'zh-Hans': '第 {epoch} 周期的结算单从第 {sweepFrom} 周期起才能清扫。',
  },
  SumsOverflow: { en: 'The totals are too large to be added.', 'zh-Hans': '合计数过大，无法相加。' },
  TotalsMismatch: {
    en: 'The sums of the proof are not those of the statement.',
    'zh-Hans': '证明中的合计与结算单不符。',
  },
  TreeTooDeep: {
    en: 'The tree is {depth} levels deep; {max} are possible.',
    'zh-Hans': '树有 {depth} 层，最多 {max} 层。',
  },
  UnknownPlatform: { en: 'There is no platform {platformId}.', 'zh-Hans': '平台 {platformId} 不存在。' },
  UnknownRecommender: { en: 'There is no recommender {recommenderId}.', 'zh-Hans': '推荐者 {recommenderId} 不存在。' },
  ZeroOperator: { en: 'A platform needs an operator.', 'zh-Hans': '平台需要一个运营者。' },
  ZeroPayout: { en: 'Name an address for the payouts.', 'zh-Hans': '请填写收款地址。' },
} as const satisfies Record<string, Localized>;
