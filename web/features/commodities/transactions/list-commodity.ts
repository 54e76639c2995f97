import type { Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';
import type { CommodityDocument } from '../commodity-document.ts';

export interface ListingTerms {
  readonly modelNumber: number;
  /** Null: none. */
  readonly gtin14: string | null;
  readonly feeBps: number;
  readonly commissionBps: number;
}

/** Lists a commodity; the caller becomes its producer. @param bond smallest units, pulled by permit */
export function listCommodity(
  { name }: CommodityDocument,
  digest: Hex,
  { modelNumber, gtin14, feeBps, commissionBps }: ListingTerms,
  bond: bigint,
): TransactionRequest {
  return {
    summary: { en: `List ${name.en}`, 'zh-Hans': `登记商品“${name['zh-Hans']}”` },
    call: contractCall('commodities', 'list', [modelNumber, BigInt(gtin14 ?? 0), feeBps, commissionBps, digest]),
    pulls: bond,
    subject: 'commodity:new',
  };
}
