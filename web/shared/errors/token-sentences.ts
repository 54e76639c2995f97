import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of CTT's distribution and of memberships. */
export const TOKEN_SENTENCES = {
  AlreadyMember: {
    en: 'The account is a member in this role already. Renew the membership instead.',
    'zh-Hans': '该账户已是此角色的会员，请改为续期。',
  },
  AlreadyMined: {
    en: 'The CTT that experiencer {experiencerId} mined with lot {lotId} has been minted.',
    'zh-Hans': '体验者 {experiencerId} 在批次 {lotId} 挖得的 CTT 已经发放。',
  },
  BeforeEmission: {
    en: 'Lot {lotId} was scored in epoch {epoch}; CTT is mined from epoch {firstEpoch} on.',
    'zh-Hans': '批次 {lotId} 在第 {epoch} 周期评分，而 CTT 从第 {firstEpoch} 周期起才开始挖出。',
  },
  CoinsNotAccepted: {
    en: 'Memberships are paid in the settlement asset; send no coins along.',
    'zh-Hans': '会员费以结算资产支付，请勿附带链上币。',
  },
  EmptyAllocation: {
    en: 'The founders’ wallet {wallet} is named without an amount.',
    'zh-Hans': '创始方钱包 {wallet} 没有数额。',
  },
  FoundersShareMismatch: {
    en: 'The founders’ amounts add up to {given} CTT instead of {expected} CTT.',
    'zh-Hans': '创始方的数额合计为 {given} CTT，应为 {expected} CTT。',
  },
  InvalidCliffDuration: {
    en: 'The cliff cannot be longer than the whole vesting.',
    'zh-Hans': '悬崖期不能长于整个归属期。',
  },
  NoYears: { en: 'Pay for at least one year.', 'zh-Hans': '请至少支付一年。' },
  NotMember: {
    en: 'Only the member can cancel a membership, not {caller}.',
    'zh-Hans': '只有会员本人才能取消会员资格，{caller} 无权执行。',
  },
  NotWholeYears: {
    en: 'Memberships are renewed by whole years of 365 days.',
    'zh-Hans': '会员资格须按 365 天的整年续期。',
  },
  NotWinner: {
    en: 'The report of experiencer {experiencerId} on lot {lotId} did not win, or nobody nominated him: it mines nothing.',
    'zh-Hans': '体验者 {experiencerId} 对批次 {lotId} 的报告未获胜或无人提名，不能挖得 CTT。',
  },
  NothingDue: {
    en: 'The treasury has its part of all epochs before {mintedUntil}. The next is due when that epoch is over.',
    'zh-Hans': '金库已获得第 {mintedUntil} 周期之前的全部份额，下一份须待该周期结束。',
  },
  NothingMined: {
    en: 'The round of lot {lotId} mines nothing: only final rounds that are closed and have winners do.',
    'zh-Hans': '批次 {lotId} 的测评不能挖矿：须已终局、已确定获胜者。',
  },
  OutsideRegistration: {
    en: 'The round of lot {lotId} can be registered from {from} until {until}.',
    'zh-Hans': '批次 {lotId} 的测评只能在 {from} 至 {until} 之间登记。',
  },
  OwnableInvalidOwner: { en: '{owner} cannot own the vesting wallet.', 'zh-Hans': '{owner} 不能拥有归属钱包。' },
  OwnableUnauthorizedAccount: {
    en: 'Only the owner of the vesting wallet may do this, not {account}.',
    'zh-Hans': '只有归属钱包的所有者才能执行此操作，{account} 无权执行。',
  },
  PriceAboveMaximum: {
    en: 'The membership costs {price} now, more than {maxPrice}. Load the page again.',
    'zh-Hans': '会员费现为 {price}，高于 {maxPrice}。请重新加载页面。',
  },
  RegistrationOpen: {
    en: 'Rounds of epoch {epoch} are registered until {until}; claim after that.',
    'zh-Hans': '第 {epoch} 周期的测评登记至 {until}，之后才能领取。',
  },
  RoundAlreadyRegistered: {
    en: 'The round of lot {lotId} is registered already.',
    'zh-Hans': '批次 {lotId} 的测评已登记。',
  },
  RoundNotRegistered: {
    en: 'Nobody registered the round of lot {lotId} in time: it mines nothing.',
    'zh-Hans': '批次 {lotId} 的测评未按时登记，不能挖矿。',
  },
  SharesExceeded: {
    en: 'The winners of lot {lotId} would claim more than was registered.',
    'zh-Hans': '批次 {lotId} 的获胜者领取的份额将超过登记的份额。',
  },
  Soulbound: {
    en: 'Memberships stay with their account: they cannot be handed on.',
    'zh-Hans': '会员资格与账户绑定，不能转让。',
  },
  TooFarAhead: {
    en: 'At most three years can be paid ahead.',
    'zh-Hans': '最多可预付三年。',
  },
  TooManyWallets: {
    en: 'The founders have {given} wallets; {max} are possible.',
    'zh-Hans': '创始方有 {given} 个钱包，最多 {max} 个。',
  },
} as const satisfies Record<string, Localized>;
