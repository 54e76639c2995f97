import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of bonds, keys, challenges and demands, and of recommenders' ids and grants. */
export const PLATFORM_SENTENCES = {
  AlreadySlashed: {
    en: 'Platform {platformId} has been slashed for this order already.',
    'zh-Hans': '平台 {platformId} 已因该订单被罚没。',
  },
  AnswerStillDue: {
    en: 'The platform may still answer, until {deadline}.',
    'zh-Hans': '平台仍可在 {deadline} 之前应答。',
  },
  AnswerTooLate: {
    en: 'The answer was due by {deadline}; now anybody may have the platform slashed.',
    'zh-Hans': '应答期限 {deadline} 已过，任何人都可以执行罚没。',
  },
  BondExceeded: {
    en: 'The bond holds {bond}; {amount} cannot be asked for.',
    'zh-Hans': '保证金为 {bond}，不能申请取回 {amount}。',
  },
  CasesOpen: {
    en: '{cases, plural, one {# case is} other {# cases are}} open about this. Until then the bond stays.',
    'zh-Hans': '还有 {cases} 个案件未结，在此之前保证金不能取回。',
  },
  ChallengeWindowOver: {
    en: 'Receipts of epoch {epoch} could be challenged until {until}.',
    'zh-Hans': '第 {epoch} 周期的收据只能在 {until} 之前质疑。',
  },
  CompensationTooHigh: {
    en: 'The receipt owes {owed}; {amount} is more than that.',
    'zh-Hans': '收据应付 {owed}，{amount} 超出了这一数额。',
  },
  DemandsAlreadyAppointed: {
    en: 'The contract that keeps demands has been named for good.',
    'zh-Hans': '催开合约已经指定，不能更改。',
  },
  DifferentOrders: {
    en: 'These receipts are for different orders; two for the same one are needed.',
    'zh-Hans': '这两张收据属于不同的订单；需要同一订单的两张收据。',
  },
  EpochNotOver: {
    en: 'Epoch {epoch} is not over: its statement cannot be there yet.',
    'zh-Hans': '第 {epoch} 周期尚未结束，结算单还不可能提交。',
  },
  GrantExpired: { en: 'The link was valid until {validUntil}.', 'zh-Hans': '该链接的有效期已于 {validUntil} 结束。' },
  InsufficientBalance: {
    en: 'The contract holds {balance} of the chain’s coin and {needed} would be needed.',
    'zh-Hans': '合约持有 {balance}，而需要 {needed}。',
  },
  LeafAlreadyDemanded: {
    en: 'This leaf has been demanded already.',
    'zh-Hans': '该叶子已经有人催开。',
  },
  LeafAlreadyOpened: {
    en: 'This leaf is open: what it pays has been credited.',
    'zh-Hans': '该叶子已经打开，应付款项已入账。',
  },
  LeafNotDemanded: { en: 'Nobody waits for this leaf.', 'zh-Hans': '没有人在等待该叶子。' },
  LeafNotOpened: { en: 'This leaf has not been opened yet.', 'zh-Hans': '该叶子尚未打开。' },
  LotLeafMismatch: {
    en: 'The tree given is not the one that the lot’s leaf holds.',
    'zh-Hans': '所给的树与批次叶子中的不符。',
  },
  LotLeafNotOpened: {
    en: 'Demand the leaf of lot {lotId} first: those of its nominees hang below it.',
    'zh-Hans': '请先催开批次 {lotId} 的叶子，被提名者的叶子在它之下。',
  },
  NoSuchLeaf: {
    en: 'The statement’s tree has no such place. Check lot and payee.',
    'zh-Hans': '结算单的树中没有这个位置。请检查批次与收款人。',
  },
  NoWithdrawalRequested: {
    en: 'Nothing of the bond has been asked back. Ask first; it takes twelve epochs.',
    'zh-Hans': '尚未申请取回保证金。请先申请，需等待十二个周期。',
  },
  NominationsClosing: {
    en: 'Nominations on lot {lotId} count until {until}, sooner than an answer would be due.',
    'zh-Hans': '批次 {lotId} 的提名只计至 {until}，早于应答期限。',
  },
  NotDemands: {
    en: 'Only the contract that keeps demands may do this.',
    'zh-Hans': '只有催开合约才能执行此操作。',
  },
  NotOffered: {
    en: 'This was not offered to {caller}. Switch to the account that it was offered to.',
    'zh-Hans': '它没有转交给 {caller}。请切换到被指定的账户。',
  },
  NotPlatforms: {
    en: 'Only the register of platforms may do this.',
    'zh-Hans': '只有平台登记合约才能执行此操作。',
  },
  NotSettlement: {
    en: 'Only the settlement contract may do this.',
    'zh-Hans': '只有结算合约才能执行此操作。',
  },
  NotSignedByPlatform: {
    en: 'This receipt is not signed by {signer}, the key of platform {platformId} in epoch {epoch}.',
    'zh-Hans': '该收据不是由平台 {platformId} 在第 {epoch} 周期的密钥 {signer} 签署的。',
  },
  NotSignedByRecommender: {
    en: 'The link is not signed by {account}, who has the number {recommenderId} now.',
    'zh-Hans': '该链接不是由编号 {recommenderId} 的现持有人 {account} 签署的。',
  },
  NothingToCollect: {
    en: 'No slash of platform {platformId} waits for the audit fund.',
    'zh-Hans': '平台 {platformId} 没有待归入审计基金的罚没款。',
  },
  OutsideDemandWindow: {
    en: 'Leaves of epoch {epoch} can be demanded from {from} until {until}.',
    'zh-Hans': '第 {epoch} 周期的叶子只能在 {from} 至 {until} 之间催开。',
  },
  PlatformNotSuspended: {
    en: 'Platform {platformId} is not suspended.',
    'zh-Hans': '平台 {platformId} 没有被暂停。',
  },
  PlatformsAlreadyAppointed: {
    en: 'The register of platforms has been named for good.',
    'zh-Hans': '平台登记合约已经指定，不能更改。',
  },
  PledgeNotInGwei: {
    en: 'A pledge is a whole number of gwei; {given} is not.',
    'zh-Hans': '押金须为整数 gwei，{given} 不是。',
  },
  PledgeTooLow: {
    en: 'The pledge has risen to {required}; {given} was given. Try again.',
    'zh-Hans': '押金已升至 {required}，而给出的是 {given}。请重试。',
  },
  ReceiptAlreadyChallenged: {
    en: 'This receipt has been challenged already.',
    'zh-Hans': '该收据已经被质疑过。',
  },
  ReceiptNotChallenged: {
    en: 'Nobody waits for an answer about this receipt.',
    'zh-Hans': '没有人在等待关于该收据的应答。',
  },
  SameReceipt: {
    en: 'This is the same receipt twice; two different ones are needed.',
    'zh-Hans': '这是同一张收据；需要两张不同的收据。',
  },
  SignerEpochPast: {
    en: 'A new key can sign from epoch {earliest} on, not from {fromEpoch}.',
    'zh-Hans': '新密钥最早从第 {earliest} 周期起生效，不能从第 {fromEpoch} 周期起。',
  },
  SlashingCapReached: {
    en: 'An eighth of the bond was slashed in this epoch. The case waits for epoch {nextEpoch}; nothing is lost.',
    'zh-Hans': '本周期已罚没保证金的八分之一。案件将等到第 {nextEpoch} 周期，不会失效。',
  },
  StatementStillDue: {
    en: 'The platform can post its statement of epoch {epoch} until {until}.',
    'zh-Hans': '平台可在 {until} 之前提交第 {epoch} 周期的结算单。',
  },
  StatementWasPrevented: {
    en: 'Platform {platformId} was suspended before epoch {epoch} began and still was when the statement of that epoch was due.',
    'zh-Hans': '平台 {platformId} 在第 {epoch} 周期开始前已被暂停，到该周期结算单应提交时仍未恢复。',
  },
  TooManyMirrors: {
    en: 'At most {max} mirrors; {given} were given.',
    'zh-Hans': '镜像最多 {max} 个，给出了 {given} 个。',
  },
  WithdrawalNotDue: {
    en: 'This part of the bond may leave from epoch {leaveEpoch} on.',
    'zh-Hans': '这部分保证金从第 {leaveEpoch} 周期起才能取回。',
  },
  ZeroDemands: { en: 'Name the contract that keeps demands.', 'zh-Hans': '请指定催开合约。' },
  ZeroPlatforms: { en: 'Name the register of platforms.', 'zh-Hans': '请指定平台登记合约。' },
  ZeroSigner: { en: 'Name the key that signs receipts.', 'zh-Hans': '请填写签署收据的密钥地址。' },
} as const satisfies Record<string, Localized>;
