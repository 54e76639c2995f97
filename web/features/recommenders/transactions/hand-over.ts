import { type Address, zeroAddress } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Offers the sender's number to another account; null takes the offer back. */
export function offerNumber(to: Address | null): TransactionRequest {
  return {
    summary:
      to === null
        ? { en: 'Keep my recommender number', 'zh-Hans': '撤回推荐者编号的转让' }
        : { en: 'Offer my recommender number', 'zh-Hans': '提出转让推荐者编号' },
    call: contractCall('recommenders', 'offer', [to ?? zeroAddress]),
    subject: 'recommender',
  };
}

/** Takes an offered number over; commissions go to `payout` from then on. */
export function acceptNumber(recommenderId: number, payout: Address): TransactionRequest {
  return {
    summary: {
      en: `Take recommender number ${recommenderId} over`,
      'zh-Hans': `接受推荐者编号 ${recommenderId}`,
    },
    call: contractCall('recommenders', 'accept', [recommenderId, payout]),
    subject: 'recommender',
  };
}
