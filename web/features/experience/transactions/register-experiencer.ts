import { zeroHash } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Gives the sender a number as an experiencer, without a profile document. */
export function registerExperiencer(): TransactionRequest {
  return {
    summary: { en: 'Register as an experiencer', 'zh-Hans': '注册为体验消费者' },
    call: contractCall('power', 'register', [zeroHash]),
    subject: 'experiencer',
  };
}
