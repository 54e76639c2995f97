import type { ContractErrorName } from 'viem';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { abis } from '../chain/contracts.ts';
import { COURT_SENTENCES } from './court-sentences.ts';
import { GOVERNANCE_SENTENCES } from './governance-sentences.ts';
import { LIBRARY_SENTENCES } from './library-sentences.ts';
import { PLATFORM_SENTENCES } from './platform-sentences.ts';
import { SETTLEMENT_SENTENCES } from './settlement-sentences.ts';
import { TOKEN_SENTENCES } from './token-sentences.ts';
import { VALIDATOR_SENTENCES } from './validator-sentences.ts';

export type ErrorName = { [Name in keyof typeof abis]: ContractErrorName<(typeof abis)[Name]> }[keyof typeof abis];

/** Every custom error of every contract: what is wrong and what to do. Arguments of the error can be used by their names. */
export const SENTENCES: Readonly<Record<ErrorName, Localized>> = {
  ...LIBRARY_SENTENCES,
  ...SETTLEMENT_SENTENCES,
  ...PLATFORM_SENTENCES,
  ...VALIDATOR_SENTENCES,
  ...COURT_SENTENCES,
  ...GOVERNANCE_SENTENCES,
  ...TOKEN_SENTENCES,
  AlreadyClaimed: {
    en: 'This report has been claimed already; the money has been paid.',
    'zh-Hans': '该报告已领取，款项已支付。',
  },
  AlreadyConcluded: {
    en: 'The round of lot {lotId} has ended already.',
    'zh-Hans': '批次 {lotId} 的测评已经结束。',
  },
  AlreadyRegistered: {
    en: 'You are registered already, with number {id}.',
    'zh-Hans': '您已注册，编号为 {id}。',
  },
  AlreadyReported: {
    en: 'You have committed to a report on lot {lotId} already; one report per lot.',
    'zh-Hans': '您已对批次 {lotId} 提交过报告；每个批次只能提交一份。',
  },
  AlreadyScored: {
    en: 'This report has been scored, and nothing more was nominated since.',
    'zh-Hans': '该报告已评分，此后没有新的提名。',
  },
  AlreadyUnsealed: {
    en: 'The sealed claims of lot {lotId} are open already.',
    'zh-Hans': '批次 {lotId} 的密封声明已经公开。',
  },
  BondLocked: {
    en: 'The bond stays locked until epoch {freeFrom}; it is epoch {currentEpoch} now.',
    'zh-Hans': '保证金锁定至第 {freeFrom} 周期；当前是第 {currentEpoch} 周期。',
  },
  BondTooLow: {
    en: 'The bond of {bond} is too low for this: {required} are needed. Top it up.',
    'zh-Hans': '保证金 {bond} 不足以进行此操作，需要 {required}。请补足保证金。',
  },
  ClaimCount: {
    en: '{given, plural, one {# open claim was} other {# open claims were}} given, {expected} are needed.',
    'zh-Hans': '提交了 {given} 个公开声明，需要 {expected} 个。',
  },
  ClaimOutOfLegalRange: {
    en: 'The claim of parameter {parameter} is outside of the range that the standard allows.',
    'zh-Hans': '第 {parameter} 个参数的声明值超出标准允许的范围。',
  },
  ClaimsStillSealed: {
    en: 'The producer has not opened the sealed claims of lot {lotId}, so nothing can be tallied.',
    'zh-Hans': '生产者尚未公开批次 {lotId} 的密封声明，无法计票。',
  },
  CommitmentMismatch: {
    en: 'These values are not the ones you committed to. Use the values and the secret of your commitment.',
    'zh-Hans': '这些数值与您提交的承诺不一致。请使用承诺时的数值和秘密。',
  },
  CommodityIsRetired: {
    en: 'Commodity {commodityId} has been retired: it takes no new lots.',
    'zh-Hans': '商品 {commodityId} 已下线，不再接受新批次。',
  },
  ConflictOfInterest: {
    en: 'The producer and the owner of the quality model may not report on lot {lotId}.',
    'zh-Hans': '生产者和质量模型的所有者不得测评批次 {lotId}。',
  },
  DuplicateCode: { en: 'Two parameters have the code {code}.', 'zh-Hans': '有两个参数使用了代码 {code}。' },
  EmptyLegalRange: {
    en: 'The legal range of parameter {index} is empty: its minimum must be below its maximum.',
    'zh-Hans': '第 {index} 个参数的法定范围为空：下限必须小于上限。',
  },
  FeeNotAtRate: {
    en: 'The fee of the receipt is {given}; at the rate of lot {lotId} it would be {expected}.',
    'zh-Hans': '收据上的服务费为 {given}；按批次 {lotId} 的费率应为 {expected}。',
  },
  ForeignLot: {
    en: 'The round of lot {lotId} is run by another contract.',
    'zh-Hans': '批次 {lotId} 的测评由另一个合约负责。',
  },
  InvalidClock: { en: 'The clock of the deployment is not valid.', 'zh-Hans': '部署的时钟参数无效。' },
  InvalidCode: {
    en: 'The code of parameter {index} ({code}) needs 1 to 12 characters: A–Z, 0–9 or _.',
    'zh-Hans': '第 {index} 个参数的代码（{code}）应为 1 至 12 个字符：A–Z、0–9 或 _。',
  },
  InvalidGtin: {
    en: '{gtin} is no GTIN: its check digit would be {checkDigit}.',
    'zh-Hans': '{gtin} 不是有效的 GTIN：校验位应为 {checkDigit}。',
  },
  InvalidLotCode: {
    en: 'The lot code {lotCode} has characters that GS1 does not allow.',
    'zh-Hans': '批号 {lotCode} 含有 GS1 不允许的字符。',
  },
  LotCodeTaken: {
    en: 'The commodity has a lot with the code {lotCode} already. Choose another one.',
    'zh-Hans': '该商品已有批号 {lotCode}。请换一个。',
  },
  ModelIsRetired: { en: 'Model {modelId} has been retired.', 'zh-Hans': '模型 {modelId} 已停用。' },
  ModelNotActive: {
    en: 'Model {modelId} takes no new commodities or lots. Choose an active model.',
    'zh-Hans': '模型 {modelId} 不再接受新的商品或批次。请选择使用中的模型。',
  },
  NoCommitment: { en: 'The commitment is missing.', 'zh-Hans': '缺少承诺。' },
  NoDocument: { en: 'The document is missing. Upload it first.', 'zh-Hans': '缺少文档。请先上传。' },
  NoEvaluations: {
    en: 'No contract runs rounds yet, so lots cannot be offered.',
    'zh-Hans': '尚未指定测评合约，暂时不能发布批次。',
  },
  NoFee: {
    en: 'This purchase paid no experience fee, so it carries no report.',
    'zh-Hans': '该购买未支付体验服务费，不能据此提交报告。',
  },
  NoReports: { en: 'Name at least one report.', 'zh-Hans': '请至少指定一份报告。' },
  NoSealedClaims: { en: 'The sealed claims are missing.', 'zh-Hans': '缺少密封声明。' },
  NoSealedParameter: {
    en: 'A model needs at least one sealed parameter: something only a measurement can know.',
    'zh-Hans': '模型至少需要一个密封参数，即只有测量才能得知的内容。',
  },
  NoUnits: { en: 'A lot needs at least one unit.', 'zh-Hans': '批次至少要有一件商品。' },
  NotBuyer: {
    en: 'The receipt belongs to somebody else, or the secret is not that of the purchase.',
    'zh-Hans': '该收据属于他人，或秘密与该购买不符。',
  },
  NotEnoughReports: {
    en: 'Lot {lotId} has {reports, plural, one {# revealed report} other {# revealed reports}}; {needed} are needed.',
    'zh-Hans': '批次 {lotId} 有 {reports} 份已揭示的报告，需要 {needed} 份。',
  },
  NotEvaluations: {
    en: 'Only the contract that runs the round of lot {lotId} may do this.',
    'zh-Hans': '只有负责批次 {lotId} 测评的合约才能执行此操作。',
  },
  NotLocalChain: { en: 'The faucet works on local chains only.', 'zh-Hans': '水龙头只能在本地链使用。' },
  NotMedian: {
    en: '{value} is not the weighted median of parameter {parameter}. Load the newest reports and propose again.',
    'zh-Hans': '{value} 不是第 {parameter} 个参数的加权中位数。请载入最新报告后重新提议。',
  },
  NotMinter: { en: '{account} may not award power.', 'zh-Hans': '{account} 无权发放体验算力。' },
  NotModelOwner: {
    en: 'Only the owner of model {modelId} may do this.',
    'zh-Hans': '只有模型 {modelId} 的所有者才能执行此操作。',
  },
  NotProducer: {
    en: 'Only the producer of commodity {commodityId} may do this. Switch to his account.',
    'zh-Hans': '只有商品 {commodityId} 的生产者才能执行此操作。请切换到其账户。',
  },
  NotRegistered: { en: '{account} is not registered. Register first.', 'zh-Hans': '{account} 尚未注册。请先注册。' },
  OutsideUnsealWindow: {
    en: 'The claims of lot {lotId} can be opened from {from} until {until}.',
    'zh-Hans': '批次 {lotId} 的密封声明只能在 {from} 至 {until} 之间公开。',
  },
  OutsideWindow: {
    en: 'For lot {lotId} this can be done from {from} until {until}.',
    'zh-Hans': '对批次 {lotId}，此操作只能在 {from} 至 {until} 之间进行。',
  },
  ParameterCount: {
    en: 'A model has 1 to {max} parameters; {given} were given.',
    'zh-Hans': '模型应有 1 至 {max} 个参数，实际为 {given} 个。',
  },
  ParameterOutOfBounds: {
    en: '{name} would be {value}; the code allows {min} to {max}.',
    'zh-Hans': '{name} 将变为 {value}，代码只允许 {min} 至 {max}。',
  },
  PurchaseBeforeSale: {
    en: 'The receipt is of epoch {receiptEpoch}, the sale began in epoch {startEpoch}.',
    'zh-Hans': '收据属于第 {receiptEpoch} 周期，而销售从第 {startEpoch} 周期开始。',
  },
  RateOutOfBounds: {
    en: 'The rate of {given} is outside of {min} to {max}.',
    'zh-Hans': '费率 {given} 不在 {min} 至 {max} 之间。',
  },
  RevisionOutdated: {
    en: 'Model {modelId} has a newer revision: {latest} instead of {given}. Check the claims against it and offer again.',
    'zh-Hans': '模型 {modelId} 有新修订版：{latest}（您用的是 {given}）。请按新版核对声明后重新发布。',
  },
  RoundAlreadyClosed: { en: 'The round of lot {lotId} is closed already.', 'zh-Hans': '批次 {lotId} 的测评已经关闭。' },
  RoundAlreadyFinal: {
    en: 'The round of lot {lotId} is final already.',
    'zh-Hans': '批次 {lotId} 的测评结果已经确定。',
  },
  RoundAlreadyTallied: { en: 'Lot {lotId} has been tallied already.', 'zh-Hans': '批次 {lotId} 已经计票。' },
  RoundNotClosed: {
    en: 'The round of lot {lotId} has to be closed first; anybody may do it.',
    'zh-Hans': '须先关闭批次 {lotId} 的测评，任何人都可以操作。',
  },
  RoundNotFinal: { en: 'The round of lot {lotId} is not final yet.', 'zh-Hans': '批次 {lotId} 的测评结果尚未确定。' },
  SaleLength: {
    en: 'A lot is sold for 1 to {max} epochs, not {epochs}.',
    'zh-Hans': '批次的销售期为 1 至 {max} 个周期，而非 {epochs} 个。',
  },
  SaleStart: {
    en: 'The sale may begin in epochs {earliest} to {latest}, not in {startEpoch}.',
    'zh-Hans': '销售只能从第 {earliest} 至 {latest} 周期开始，而非第 {startEpoch} 周期。',
  },
  SealMismatch: {
    en: 'These are not the values that were sealed. Use those that you offered the lot with.',
    'zh-Hans': '这些不是当初密封的数值。请使用发布批次时的数值。',
  },
  SelfDelegationOnly: {
    en: 'Experience power cannot be given to anybody else.',
    'zh-Hans': '体验算力不能委托给他人。',
  },
  ShortTransfer: {
    en: 'Only {received} of {expected} arrived.',
    'zh-Hans': '应收 {expected}，实收 {received}。',
  },
  TallyOrder: {
    en: 'Reports have to be counted in the order of their numbers: {experiencerId} cannot follow {previousId}.',
    'zh-Hans': '报告须按编号顺序计数：{experiencerId} 不能排在 {previousId} 之后。',
  },
  TooManyDecimals: {
    en: 'Parameter {index} has {decimals} decimals; nine are possible.',
    'zh-Hans': '第 {index} 个参数有 {decimals} 位小数，最多九位。',
  },
  UnknownCommodity: { en: 'There is no commodity {commodityId}.', 'zh-Hans': '商品 {commodityId} 不存在。' },
  UnknownExperiencer: { en: 'There is no experiencer {experiencerId}.', 'zh-Hans': '体验者 {experiencerId} 不存在。' },
  UnknownLot: { en: 'There is no lot {lotId}.', 'zh-Hans': '批次 {lotId} 不存在。' },
  UnknownModel: { en: 'There is no model {modelId}.', 'zh-Hans': '模型 {modelId} 不存在。' },
  UnknownRevision: {
    en: 'Model {modelId} has no revision {revision}; the newest is {latest}.',
    'zh-Hans': '模型 {modelId} 没有修订版 {revision}，最新为 {latest}。',
  },
  ValueCount: {
    en: '{given, plural, one {# value was} other {# values were}} given, {expected} are needed.',
    'zh-Hans': '提交了 {given} 个数值，需要 {expected} 个。',
  },
  WeightTooConcentrated: {
    en: 'The weight of lot {lotId} lies with too few reporters for a consensus.',
    'zh-Hans': '批次 {lotId} 的权重过于集中在少数报告者，无法形成共识。',
  },
  WeightsDoNotSum: {
    en: 'The weights add up to {sum} instead of {expected}.',
    'zh-Hans': '权重合计为 {sum}，应为 {expected}。',
  },
  WinnersLeft: {
    en: '{winners, plural, one {# winner has} other {# winners have}} not claimed yet.',
    'zh-Hans': '还有 {winners} 位优胜者尚未领取。',
  },
  WrongReportState: {
    en: 'The report on lot {lotId} is not at this step: it is {given} and has to be {needed}.',
    'zh-Hans': '批次 {lotId} 的报告不在这一步：当前为{given}，须为{needed}。',
  },
  ZeroTolerance: {
    en: 'Parameter {index} needs a tolerance above 0.',
    'zh-Hans': '第 {index} 个参数的容差必须大于 0。',
  },
  ZeroWeight: { en: 'Parameter {index} needs a weight above 0.', 'zh-Hans': '第 {index} 个参数的权重必须大于 0。' },
};
