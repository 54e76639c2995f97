import { eq } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { Transaction } from '../db/client.ts';
import { statements } from './tables.ts';

/**
 * The epoch that the receipt of an order carries: that in which the order was completed as long as its statement takes orders, else the next
 * one that does. The statement's row stays share-locked until the transaction ends, so a statement is never built while a receipt is on its
 * way into it.
 *
 * @param completedAt when the return window ended, in seconds of the chain
 * @param now time of the chain's latest block
 */
export async function receiptEpoch(
  tx: Transaction,
  clock: EpochClock,
  completedAt: number,
  now: number,
): Promise<number> {
  const current = epochAt(clock, now);
  // Statements are posted in the epoch after theirs: what is older can be settled no more.
  const first = Math.max(Math.min(epochAt(clock, completedAt), current), current - 1, 0);
  // One more than the current one: a reorganisation may have taken the chain back behind the end of an epoch.
  for (let epoch = first; epoch <= current + 1; epoch++) {
    await tx.insert(statements).values({ epoch }).onConflictDoNothing();
    const [row] = await tx.select().from(statements).where(eq(statements.epoch, epoch)).for('share');
    if (row?.stage === 'collecting') return epoch;
  }
  throw new Error(`No statement takes orders in epoch ${current}: its time went back by more than an epoch.`);
}
