import { desc, eq } from 'drizzle-orm';
import { plainError } from '../decode-error.ts';
import type { Outbox } from './outbox.ts';
import { chainTransactionAttempts } from './tables.ts';

/**
 * Hands the newest signed bytes of a transaction to the node. Sending them twice does nothing; what the node says against it is only noted,
 * because the chain decides whether it was mined.
 */
export async function broadcast({ chain, db, log }: Outbox, transactionId: number): Promise<void> {
  const [attempt] = await db
    .select()
    .from(chainTransactionAttempts)
    .where(eq(chainTransactionAttempts.transactionId, transactionId))
    .orderBy(desc(chainTransactionAttempts.number))
    .limit(1);
  if (attempt === undefined) return;
  try {
    await chain.client.sendRawTransaction({ serializedTransaction: attempt.raw });
  } catch (error) {
    log.debug({ transactionId, hash: attempt.hash, error: plainError(error) }, 'transaction not taken by the node');
  }
}
