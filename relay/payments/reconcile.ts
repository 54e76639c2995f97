import { and, asc, eq, isNotNull, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { OPEN_STATES } from '../orders/states.ts';
import { orders } from '../orders/tables.ts';
import type { Relay } from '../relay.ts';
import { describeError } from '../server/describe-error.ts';
import type { ProviderEvent } from './provider.ts';
import { askProvider, providerOf, stopPayment } from './start-payment.ts';
import { payments, refunds } from './tables.ts';
import { takeIn } from './take-in.ts';

/** A webhook that has not come by then does not come by itself (seconds). */
const ASK_AFTER = 3_600;
const LOCAL_ASK_AFTER = 60;
/** A provider that was not told within this time: the relay died while it was telling him (seconds). */
const UNTOLD_AFTER = 30;
const BATCH = 100;

/** Asks the providers what the relay may have missed; gives how many answers told something new. */
export async function reconcile(relay: Relay): Promise<number> {
  const askAfter = relay.config.local ? LOCAL_ASK_AFTER : ASK_AFTER;
  return (
    (await tellProviders(relay)) +
    (await stopEnded(relay)) +
    (await askForPayments(relay, askAfter)) +
    (await askForRefunds(relay, askAfter))
  );
}

const olderThan = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;

async function tellProviders(relay: Relay): Promise<number> {
  const untold = await relay.db
    .select({ paymentId: payments.paymentId })
    .from(payments)
    .where(
      and(eq(payments.status, 'pending'), isNull(payments.reference), lt(payments.checkedAt, olderThan(UNTOLD_AFTER))),
    )
    .limit(BATCH);
  return each(relay, untold, async ({ paymentId }) => {
    await touch(relay, paymentId);
    await askProvider(relay, paymentId);
    return true;
  });
}

/** Payments of orders that were cancelled or have expired must not be collected any more. */
async function stopEnded(relay: Relay): Promise<number> {
  const ended = await relay.db
    .select({ payment: payments })
    .from(payments)
    .innerJoin(orders, eq(orders.orderId, payments.orderId))
    .where(
      and(
        eq(payments.status, 'pending'),
        isNotNull(payments.reference),
        notInArray(orders.state, [...OPEN_STATES]),
        lt(payments.checkedAt, olderThan(1)),
      ),
    )
    .orderBy(asc(payments.checkedAt))
    .limit(BATCH);
  return each(relay, ended, async ({ payment }) => {
    await touch(relay, payment.paymentId);
    return stopPayment(relay, payment);
  });
}

async function askForPayments(relay: Relay, askAfter: number): Promise<number> {
  const silent = await relay.db
    .select()
    .from(payments)
    .where(
      and(eq(payments.status, 'pending'), isNotNull(payments.reference), lt(payments.checkedAt, olderThan(askAfter))),
    )
    .orderBy(asc(payments.checkedAt))
    .limit(BATCH);
  return each(relay, silent, async ({ paymentId, provider, reference }) => {
    await touch(relay, paymentId);
    if (reference === null) return false;
    const { status, amount, failure } = await providerOf(relay, provider).fetchStatus(reference);
    if (status === 'pending') return false;
    const event = { reference, amount: amount?.toString() ?? null, failure };
    await takeIn(relay, provider, [{ ...event, id: `asked:${reference}:${status}`, kind: `payment-${status}` }]);
    return true;
  });
}

async function askForRefunds(relay: Relay, askAfter: number): Promise<number> {
  const silent = await relay.db
    .select({ refund: refunds, provider: payments.provider })
    .from(refunds)
    .innerJoin(payments, eq(payments.paymentId, refunds.paymentId))
    .where(and(eq(refunds.status, 'submitted'), lt(refunds.nextAttemptAt, olderThan(askAfter))))
    .orderBy(asc(refunds.nextAttemptAt))
    .limit(BATCH);
  return each(relay, silent, async ({ refund, provider }) => {
    const { refundId, reference } = refund;
    await relay.db.update(refunds).set({ nextAttemptAt: sql`now()` }).where(eq(refunds.refundId, refundId));
    if (reference === null) return false;
    const { status, failure } = await providerOf(relay, provider).fetchRefund(reference);
    if (status === 'submitted') return false;
    const kind: ProviderEvent['kind'] = status === 'succeeded' ? 'refund-succeeded' : 'refund-failed';
    await takeIn(relay, provider, [{ id: `asked:${reference}:${status}`, kind, reference, amount: null, failure }]);
    return true;
  });
}

/** Asked now: not again before its time. */
async function touch({ db }: Relay, paymentId: string): Promise<void> {
  await db.update(payments).set({ checkedAt: sql`now()` }).where(eq(payments.paymentId, paymentId));
}

/** One provider's silence does not keep the others from being asked. */
async function each<T>(relay: Relay, items: readonly T[], ask: (item: T) => Promise<boolean>): Promise<number> {
  let told = 0;
  for (const item of items) {
    try {
      if (await ask(item)) told += 1;
    } catch (error) {
      relay.log.warn({ error: describeError(error) }, 'a payment could not be reconciled');
    }
  }
  return told;
}
