import type { Hex } from 'viem';
import { lotCodeToBytes20 } from '../../../../protocol/identity/lot-code.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

export interface LotOffer {
  readonly commodityId: number;
  readonly revision: number;
  readonly lotCode: string;
  readonly units: number;
  readonly startEpoch: number;
  readonly epochs: number;
  readonly openClaims: readonly number[];
  readonly sealedClaims: Hex;
  readonly documentDigest: Hex;
}

/** Offers a lot under the model's newest revision. */
export function offerLot({ lotCode, ...offer }: LotOffer): TransactionRequest {
  return {
    summary: { en: `Offer lot ${lotCode}`, 'zh-Hans': `上架批次 ${lotCode}` },
    call: contractCall('commodities', 'offer', [{ ...offer, lotCode: lotCodeToBytes20(lotCode) }]),
    subject: `commodity:${offer.commodityId}:offer`,
  };
}
