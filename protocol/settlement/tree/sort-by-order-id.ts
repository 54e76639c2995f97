import { bytesToHex } from 'viem';
import { ProtocolError } from '../../error.ts';
import type { ReceiptTable } from './receipt-table.ts';

/**
 * All rows in ascending order of their order ids.
 * @throws ProtocolError `DuplicateOrder` when two rows share one.
 */
export function sortByOrderId(table: ReceiptTable): Uint32Array {
  // Random ids nearly always differ in their first four bytes; comparing these as numbers first makes the sort cheap.
  const view = new DataView(table.orderIds.buffer);
  const prefixes = Uint32Array.from({ length: table.count }, (_, row) => view.getUint32(row * 32));
  const rows = Uint32Array.from({ length: table.count }, (_, row) => row);
  rows.sort((a, b) => (prefixes[a] as number) - (prefixes[b] as number) || table.compareOrderIds(a, b));
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] as number;
    if (table.compareOrderIds(rows[i - 1] as number, row) === 0) {
      throw new ProtocolError('DuplicateOrder', {
        orderId: bytesToHex(table.orderIds.subarray(row * 32, row * 32 + 32)),
      });
    }
  }
  return rows;
}
