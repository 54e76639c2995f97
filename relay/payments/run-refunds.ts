import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { failpoint } from '../jobs/failpoint.ts';
import { orders } from '../orders/tables.ts';
import type { Relay } from '../relay.ts';
import { describeError } from '../server/describe-error.ts';
import { providerOf } from './start-payment.ts';
import { payments, refunds } from './tables.ts';

/** Somebody else may try again after so long: this process has died in between. */
const LEASE_SECONDS = 120;
const MAX_BACKOFF_SECONDS = 3_600;
const BATCH = 100;

/** Sends money back that was promised back; gives how many refunds. Their provider makes sure that asking twice pays once. */
export async function runRefunds(relay: Relay): Promise<number> {
  let sent = 0;
  for (let i = 0; i < BATCH; i++) {
    const due = await claim(relay);
    if (due === undefined) break;
    if (await send(relay, due)) sent += 1;
  }
  return sent;
}

async function claim({ db }: Relay) {
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(refunds)
      .where(and(eq(refunds.status, 'requested'), lte(refunds.nextAttemptAt, sql`now()`)))
      .orderBy(asc(refunds.number))
      .limit(1)
      .for('update', { skipLocked: true });
    if (due === undefined) return undefined;
    await tx
      .update(refunds)
      .set({
        attempts: due.attempts + 1,
        nextAttemptAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
      })
      .where(eq(refunds.refundId, due.refundId));
    return due;
  });
}

async function send(relay: Relay, due: typeof refunds.$inferSelect): Promise<boolean> {
  const { db, log } = relay;
  const { refundId, paymentId, amount } = due;
  const [paid] = await db
    .select({ provider: payments.provider, reference: payments.reference, buyer: orders.buyer })
    .from(payments)
    .innerJoin(orders, eq(orders.orderId, payments.orderId))
    .where(eq(payments.paymentId, paymentId));
  if (paid === undefined || paid.reference === null) throw new Error(`refund ${refundId} has no payment`);
  const { provider, reference, buyer } = paid;
  try {
    failpoint('refund.claimed');
    const answer = await providerOf(relay, provider).refund({ refundId, reference, amount, buyer });
    failpoint('refund.asked');
    // A webhook may have told the end of it already.
    await db
      .update(refunds)
      .set({ status: answer.status, reference: answer.reference, failure: answer.failure })
      .where(and(eq(refunds.refundId, refundId), eq(refunds.status, 'requested')));
    failpoint('refund.sent');
    return true;
  } catch (error) {
    log.error({ refundId, provider, error: describeError(error) }, 'a refund could not be sent');
    const seconds = Math.min(MAX_BACKOFF_SECONDS, 2 ** Math.min(due.attempts, 12));
    await db
      .update(refunds)
      .set({ nextAttemptAt: sql`now() + make_interval(secs => ${seconds})` })
      .where(eq(refunds.refundId, refundId));
    return false;
  }
}
