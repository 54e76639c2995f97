import type { Address } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Gives the sender a number as a recommender. */
export function registerRecommender(payout: Address): TransactionRequest {
  return {
    summary: { en: 'Register as a recommender', 'zh-Hans': '注册为推荐者' },
    call: contractCall('recommenders', 'register', [payout]),
    subject: 'recommender',
  };
}
