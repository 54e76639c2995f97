import type { ReadReceipt } from '../../../shared/receipts/receipt-file.ts';

/** caught: two different receipts for one order, both signed by the platform; the others are no offence. */
export type ReceiptsVerdict = 'caught' | 'same' | 'orders' | 'forged';

export function compareReceipts(
  [first, second]: readonly [ReadReceipt, ReadReceipt],
  areSigned: boolean,
): ReceiptsVerdict {
  if (first.digest === second.digest) return 'same';
  const [a, b] = [first.receipt, second.receipt];
  const isOneOrder = a.platformId === b.platformId && a.orderId.toLowerCase() === b.orderId.toLowerCase();
  if (!isOneOrder) return 'orders';
  return areSigned ? 'caught' : 'forged';
}
