import type { Hex } from 'viem';
import { ProtocolError } from '../../error.ts';
import { compareBytes32 } from './compare-bytes32.ts';
import type { ReceiptTable } from './receipt-table.ts';
import { writeBytes32 } from './write-bytes32.ts';

/** Row of the receipt with this order id. @throws ProtocolError `UnknownOrder`. */
export function findReceipt(table: ReceiptTable, byOrderId: Uint32Array, orderId: Hex): number {
  const wanted = new Uint8Array(32);
  writeBytes32('orderId', orderId, wanted, 0);
  let low = 0;
  let high = byOrderId.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const row = byOrderId[middle] as number;
    const difference = compareBytes32(table.orderIds, row * 32, wanted, 0);
    if (difference === 0) return row;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  throw new ProtocolError('UnknownOrder', { orderId });
}
