import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const SUBJECT = 'candidacy';

/** Runs in elections to come. @param amount CTT that is added to the self-bond, in smallest units */
export function stand(amount: bigint, commissionBps: number): TransactionRequest {
  return {
    summary: { en: 'Stand as a validator', 'zh-Hans': '参选验证人' },
    call: contractCall('validators', 'stand', [amount, commissionBps]),
    pulls: amount,
    currency: 'token',
    subject: SUBJECT,
  };
}

export function standDown(): TransactionRequest {
  return {
    summary: { en: 'Stand down as a validator', 'zh-Hans': '退出验证人参选' },
    call: contractCall('validators', 'standDown', []),
    subject: SUBJECT,
  };
}

export function setCommission(commissionBps: number): TransactionRequest {
  return {
    summary: { en: 'Another commission', 'zh-Hans': '更改佣金' },
    call: contractCall('validators', 'setCommission', [commissionBps]),
    subject: SUBJECT,
  };
}

export function raiseSelfBond(amount: bigint): TransactionRequest {
  return {
    summary: { en: 'Raise the self-bond', 'zh-Hans': '追加自有保证金' },
    call: contractCall('validators', 'raiseSelfBond', [amount]),
    pulls: amount,
    currency: 'token',
    subject: SUBJECT,
  };
}

/** Takes from the self-bond what can be withdrawn two terms later; until then it can be slashed. */
export function lowerSelfBond(amount: bigint): TransactionRequest {
  return {
    summary: { en: 'Lower the self-bond', 'zh-Hans': '减少自有保证金' },
    call: contractCall('validators', 'lowerSelfBond', [amount]),
    subject: SUBJECT,
  };
}

export function withdrawSelfBond(): TransactionRequest {
  return {
    summary: { en: 'Withdraw the self-bond', 'zh-Hans': '取回自有保证金' },
    call: contractCall('validators', 'withdrawSelfBond', []),
    subject: SUBJECT,
  };
}
