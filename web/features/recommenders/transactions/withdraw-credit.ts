import type { Address } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Pays an account what Settlement credited to it; anybody may send it. */
export function withdrawCredit(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw commissions', 'zh-Hans': '提取佣金' },
    call: contractCall('settlement', 'withdraw', [account]),
    subject: 'recommender',
  };
}
