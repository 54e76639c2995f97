import { and, eq, gt } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { chainTransactions } from './outbox/tables.ts';
import { chainBlocks, chainEvents } from './tables.ts';

/**
 * Forgets everything above a block. Transactions that were in the forgotten blocks are on their way again: the outbox broadcasts the same bytes.
 */
export async function rollBack(tx: Transaction, ancestor: bigint): Promise<void> {
  await tx.delete(chainEvents).where(gt(chainEvents.blockNumber, ancestor));
  await tx.delete(chainBlocks).where(gt(chainBlocks.number, ancestor));
  await tx
    .update(chainTransactions)
    .set({ state: 'sent', hash: null, blockNumber: null, gasUsed: null, error: null, changedAt: new Date() })
    .where(and(gt(chainTransactions.blockNumber, ancestor), eq(chainTransactions.state, 'mined')));
  // Somebody else had done these; if that is gone with the blocks, they are planned again.
  await tx
    .update(chainTransactions)
    .set({ state: 'failed', error: { name: 'Reorganised', values: {} }, changedAt: new Date() })
    .where(eq(chainTransactions.state, 'done'));
}
