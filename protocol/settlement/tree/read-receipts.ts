import { ProtocolError } from '../../error.ts';
import { checkUint } from '../../math/check-uint.ts';
import type { Receipt } from '../receipt.ts';
import type { StatementScope } from '../statement.ts';
import type { NodeStore } from './node-store.ts';
import { ReceiptEncoder } from './receipt-encoder.ts';
import { ReceiptTable } from './receipt-table.ts';
import type { TreeHasher } from './tree-hasher.ts';

/** Appends the leaf of every receipt to the store, checks each one, and keeps its keys as rows of a table. */
export function readReceipts(
  receipts: Iterable<Receipt>,
  scope: StatementScope,
  store: NodeStore,
  hasher: TreeHasher,
): ReceiptTable {
  const table = new ReceiptTable();
  const encoder = new ReceiptEncoder(hasher, scope);
  for (const receipt of receipts) {
    checkReceipt(receipt, scope);
    const leaf = store.allocate();
    encoder.writeLeaf(receipt, store.chunkOf(leaf), store.offsetOf(leaf));
    const row = table.append(receipt.lotId, receipt.nomineeId, receipt.recommenderId);
    encoder.copyOrderId(table.orderIds, row * 32);
  }
  if (table.count === 0) throw new ProtocolError('NoReceipts', { platformId: scope.platformId, epoch: scope.epoch });
  return table;
}

function checkReceipt(receipt: Receipt, { platformId, epoch }: StatementScope): void {
  const { orderId } = receipt;
  if (receipt.platformId !== platformId) {
    throw new ProtocolError('WrongPlatform', { orderId, found: receipt.platformId, expected: platformId });
  }
  if (receipt.epoch !== epoch)
    throw new ProtocolError('WrongEpoch', { orderId, found: receipt.epoch, expected: epoch });
  checkUint('lotId', receipt.lotId, 32);
  checkUint('quantity', receipt.quantity, 32);
  checkUint('recommenderId', receipt.recommenderId, 32);
  checkUint('nomineeId', receipt.nomineeId, 32);
  if (receipt.recommenderId === 0 && receipt.commission !== 0n) {
    throw new ProtocolError('CommissionWithoutRecommender', { orderId, commission: receipt.commission });
  }
}
