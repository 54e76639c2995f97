import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Errors of OpenZeppelin's contracts, which ours pass on. */
export const LIBRARY_SENTENCES = {
  AccessManagedInvalidAuthority: {
    en: 'This address cannot be the authority over the contract.',
    'zh-Hans': '该地址不能成为合约的管理者。',
  },
  AccessManagedRequiredDelay: {
    en: 'Governance has to announce this call first and wait {delay} seconds.',
    'zh-Hans': '治理须先公告此操作，并等待 {delay} 秒。',
  },
  AccessManagedUnauthorized: {
    en: 'Only governance may do this, not {caller}.',
    'zh-Hans': '只有治理才能执行此操作，{caller} 无权执行。',
  },
  AddressEmptyCode: { en: 'There is no contract at {target}.', 'zh-Hans': '{target} 处没有合约。' },
  CheckpointUnorderedInsertion: {
    en: 'Power can only be written in the order of time. Try again.',
    'zh-Hans': '体验算力只能按时间顺序写入。请重试。',
  },
  ECDSAInvalidSignature: { en: 'The signature is not valid. Sign again.', 'zh-Hans': '签名无效。请重新签名。' },
  ECDSAInvalidSignatureLength: {
    en: 'The signature has a wrong length. Sign again.',
    'zh-Hans': '签名长度不正确。请重新签名。',
  },
  ECDSAInvalidSignatureS: {
    en: 'The signature is malleable and was refused. Sign again.',
    'zh-Hans': '签名不规范，已被拒绝。请重新签名。',
  },
  ERC20InsufficientAllowance: {
    en: 'The permit covers {allowance} and {needed} are needed. Sign the permit again.',
    'zh-Hans': '授权额度为 {allowance}，需要 {needed}。请重新签署授权。',
  },
  ERC20InsufficientBalance: {
    en: 'The account has {balance} and {needed} are needed.',
    'zh-Hans': '账户余额为 {balance}，需要 {needed}。',
  },
  ERC20InvalidApprover: { en: 'The zero address cannot permit anything.', 'zh-Hans': '零地址不能授权。' },
  ERC20InvalidReceiver: { en: 'Money cannot be sent to {receiver}.', 'zh-Hans': '不能向 {receiver} 转账。' },
  ERC20InvalidSender: { en: 'Money cannot come from {sender}.', 'zh-Hans': '不能从 {sender} 转出。' },
  ERC20InvalidSpender: { en: '{spender} cannot be permitted to spend.', 'zh-Hans': '不能授权 {spender} 支出。' },
  ERC2612ExpiredSignature: {
    en: 'The permit expired at {deadline}. Sign again.',
    'zh-Hans': '授权签名已于 {deadline} 过期。请重新签名。',
  },
  ERC2612InvalidSigner: {
    en: 'The permit was signed by {signer}, not by {owner}. Sign with the connected account.',
    'zh-Hans': '授权由 {signer} 签署，而非 {owner}。请用当前连接的账户签名。',
  },
  ERC3009InvalidAuthorizationTime: {
    en: 'This authorisation is good from {validAfter} until {validBefore} only.',
    'zh-Hans': '该授权仅在 {validAfter} 至 {validBefore} 之间有效。',
  },
  ERC3009InvalidSignature: {
    en: 'The authorisation was signed by somebody else. Sign again.',
    'zh-Hans': '授权并非由付款账户签署。请重新签名。',
  },
  ERC3009UsedAuthorization: {
    en: 'This authorisation has been used or cancelled.',
    'zh-Hans': '该授权已被使用或取消。',
  },
  ERC5805FutureLookup: { en: 'This moment has not come yet.', 'zh-Hans': '该时刻尚未到来。' },
  ERC721IncorrectOwner: { en: 'It belongs to {owner}.', 'zh-Hans': '它归 {owner} 所有。' },
  ERC721InsufficientApproval: {
    en: '{operator} may not move it.',
    'zh-Hans': '{operator} 无权转移。',
  },
  ERC721InvalidApprover: { en: '{approver} may not approve this.', 'zh-Hans': '{approver} 无权批准。' },
  ERC721InvalidOperator: { en: '{operator} cannot be an operator.', 'zh-Hans': '{operator} 不能成为操作者。' },
  ERC721InvalidOwner: { en: '{owner} cannot be the owner.', 'zh-Hans': '{owner} 不能成为所有者。' },
  ERC721InvalidReceiver: { en: '{receiver} cannot receive it.', 'zh-Hans': '{receiver} 不能接收。' },
  ERC721InvalidSender: { en: '{sender} cannot send it.', 'zh-Hans': '{sender} 不能转出。' },
  ERC721NonexistentToken: {
    en: 'There is no model or membership with this number.',
    'zh-Hans': '没有该编号的模型或会员资格。',
  },
  FailedCall: {
    en: 'A call inside of the transaction failed without a reason.',
    'zh-Hans': '交易中的一次调用失败，未给出原因。',
  },
  InvalidAccountNonce: {
    en: 'The permit was signed for another moment. Sign again.',
    'zh-Hans': '授权签名的序号已过时。请重新签名。',
  },
  InvalidShortString: { en: 'A text is not encoded correctly.', 'zh-Hans': '文本编码不正确。' },
  SafeCastOverflowedUintDowncast: { en: 'The number {value} is too large.', 'zh-Hans': '数字 {value} 过大。' },
  SafeERC20FailedOperation: { en: 'The settlement asset refused the payment.', 'zh-Hans': '结算资产拒绝了这笔付款。' },
  StringTooLong: { en: 'The text is too long: {str}', 'zh-Hans': '文本过长：{str}' },
  StringsInsufficientHexLength: { en: 'A number does not fit its text.', 'zh-Hans': '数字超出文本长度。' },
  VotesExpiredSignature: { en: 'The signature expired. Sign again.', 'zh-Hans': '签名已过期。请重新签名。' },
} as const satisfies Record<string, Localized>;
