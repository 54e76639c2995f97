import { BPS_DENOMINATOR } from '../math/bps.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Experience fee of a receipt, `⌈sales · feeBps / 10000⌉`. */
export function feeOf(sales: bigint, feeBps: number): bigint {
  return ceilDiv(sales * BigInt(feeBps), BPS_DENOMINATOR);
}
