import type { Address } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Sends the sender's future commissions to another address. */
export function setPayout(payout: Address): TransactionRequest {
  return {
    summary: { en: 'Change the payout address', 'zh-Hans': '更改佣金收款地址' },
    call: contractCall('recommenders', 'setPayout', [payout]),
    subject: 'recommender',
  };
}
