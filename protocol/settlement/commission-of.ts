import { BPS_DENOMINATOR } from '../math/bps.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Commission of a receipt, `⌈sales · commissionBps / 10000⌉`; 0 when nobody recommended. */
export function commissionOf(sales: bigint, commissionBps: number, recommenderId: number): bigint {
  return recommenderId === 0 ? 0n : ceilDiv(sales * BigInt(commissionBps), BPS_DENOMINATOR);
}
