import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';

interface Terms {
  unitPrice: bigint;
  /** Units that are kept. */
  kept: number;
  feeBps: number;
  commissionBps: number;
  recommenderId: number;
}

/** What a receipt over so many units says of money; rates are those of the lot. */
export function orderMoney({ unitPrice, kept, feeBps, commissionBps, recommenderId }: Terms) {
  const sales = unitPrice * BigInt(kept);
  return { sales, fee: feeOf(sales, feeBps), commission: commissionOf(sales, commissionBps, recommenderId) };
}
