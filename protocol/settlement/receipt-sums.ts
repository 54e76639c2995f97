import type { Receipt } from './receipt.ts';
import { packSums } from './sums.ts';

/** Sums word of one receipt: `(sales, fee, commission, 1)`. */
export function receiptSums(receipt: Receipt): bigint {
  return packSums({ sales: receipt.sales, fees: receipt.fee, commissions: receipt.commission, count: 1n });
}
