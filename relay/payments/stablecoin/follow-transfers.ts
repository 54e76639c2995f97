import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { chainTransactions } from '../../chain/outbox/tables.ts';
import type { Relay } from '../../relay.ts';
import type { ProviderEvent } from '../provider.ts';
import { payments, refunds } from '../tables.ts';
import { takeIn } from '../take-in.ts';

const BATCH = 200;
const ENDED = ['mined', 'done', 'failed'] as const;

/** Tells what became of the transactions of payments and refunds, as another provider's webhooks would; gives how many. */
export async function followTransfers(relay: Relay): Promise<number> {
  const { db } = relay;
  const ended = inArray(chainTransactions.state, [...ENDED]);
  const arrived = ne(chainTransactions.state, 'failed');
  const transaction = {
    id: chainTransactions.id,
    state: chainTransactions.state,
    error: chainTransactions.error,
  };
  const paid = await db
    .select({ transaction, reference: payments.reference, amount: payments.amount })
    .from(chainTransactions)
    .innerJoin(payments, eq(chainTransactions.purpose, sql`'payment/' || ${payments.paymentId}`))
    .where(and(ended, or(eq(payments.status, 'pending'), and(eq(payments.status, 'cancelled'), arrived))))
    .limit(BATCH);
  const returned = await db
    .select({ transaction, reference: refunds.reference, amount: refunds.amount })
    .from(chainTransactions)
    .innerJoin(refunds, eq(chainTransactions.purpose, refunds.reference))
    .where(and(ended, eq(refunds.status, 'submitted')))
    .limit(BATCH);
  const events = [
    ...paid.map((row) => toEvent('payment', row)),
    ...returned.map((row) => toEvent('refund', row)),
  ].filter((event) => event !== null);
  await takeIn(relay, 'stablecoin', events);
  return events.length;
}

interface Ended {
  transaction: Pick<typeof chainTransactions.$inferSelect, 'id' | 'state' | 'error'>;
  reference: string | null;
  amount: bigint;
}

function toEvent(what: 'payment' | 'refund', { transaction, reference, amount }: Ended): ProviderEvent | null {
  if (reference === null) return null;
  const { id, state, error } = transaction;
  const failed = state === 'failed';
  return {
    id: `transaction/${id}/${state}`,
    kind: `${what}-${failed ? 'failed' : 'succeeded'}`,
    reference,
    amount: amount.toString(),
    failure: failed ? (error?.name ?? 'reverted') : null,
  };
}
