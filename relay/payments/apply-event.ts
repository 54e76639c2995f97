import { and, eq, ne, sql } from 'drizzle-orm';
import { chainTime } from '../chain/chain-head.ts';
import type { Transaction } from '../db/client.ts';
import { lockOrder, moveOrder } from '../orders/move-order.ts';
import { OPEN_STATES } from '../orders/states.ts';
import type { ProviderEvent, ProviderName } from './provider.ts';
import { refundPayment } from './request-refund.ts';
import { payments, refunds } from './tables.ts';

/** What an event led to; `not-known-yet` when the relay has not heard of the payment, as when its webhook overtakes the answer. */
export type Outcome = 'done' | 'outdated' | 'given-back' | 'not-known-yet';

/** Carries an event of a provider out. Whatever order events come in, and however often: the outcome is the same. */
export function applyEvent(tx: Transaction, provider: ProviderName, event: ProviderEvent): Promise<Outcome> {
  switch (event.kind) {
    case 'payment-succeeded':
      return succeed(tx, provider, event);
    case 'payment-failed':
    case 'payment-cancelled':
      return fail(tx, provider, event);
    case 'refund-succeeded':
    case 'refund-failed':
      return finishRefund(tx, event);
  }
}

/** The order is locked before the payment, as everywhere. */
async function lockPayment(tx: Transaction, provider: ProviderName, reference: string) {
  const same = and(eq(payments.provider, provider), eq(payments.reference, reference));
  const [found] = await tx.select({ orderId: payments.orderId }).from(payments).where(same);
  if (found === undefined) return null;
  const order = await lockOrder(tx, found.orderId);
  const [payment] = await tx.select().from(payments).where(same).for('update');
  return payment === undefined ? null : { order, payment };
}

/** The money is there, whatever was said before. It pays the order, or it goes back. */
async function succeed(tx: Transaction, provider: ProviderName, event: ProviderEvent): Promise<Outcome> {
  const locked = await lockPayment(tx, provider, event.reference);
  if (locked === null) return 'not-known-yet';
  const { order, payment } = locked;
  if (payment.status === 'succeeded') return 'outdated';
  const received = event.amount === null ? payment.amount : BigInt(event.amount);
  await tx
    .update(payments)
    .set({ status: 'succeeded', failure: null, amount: received, checkedAt: sql`now()` })
    .where(eq(payments.paymentId, payment.paymentId));
  if (!OPEN_STATES.includes(order.state) || received !== order.sales) {
    const reason = received === order.sales ? `order-${order.state.toLowerCase()}` : 'wrong-amount';
    await refundPayment(tx, payment.paymentId, received, reason);
    return 'given-back';
  }
  const at = await chainTime(tx);
  const awaiting =
    order.state === 'Created'
      ? await moveOrder(tx, order, 'AwaitingPayment', { reason: 'payment-arrived', at })
      : order;
  await moveOrder(tx, awaiting, 'Paid', { reason: 'payment-succeeded', at });
  return 'done';
}

/** Only what is still running can fail: a failure that comes after the money, or twice, says nothing. */
async function fail(tx: Transaction, provider: ProviderName, event: ProviderEvent): Promise<Outcome> {
  const locked = await lockPayment(tx, provider, event.reference);
  if (locked === null) return 'not-known-yet';
  const { paymentId } = locked.payment;
  const status = event.kind === 'payment-failed' ? 'failed' : 'cancelled';
  const changed = await tx
    .update(payments)
    .set({ status, failure: event.failure, checkedAt: sql`now()` })
    .where(and(eq(payments.paymentId, paymentId), eq(payments.status, 'pending')))
    .returning({ paymentId: payments.paymentId });
  return changed.length > 0 ? 'done' : 'outdated';
}

async function finishRefund(tx: Transaction, event: ProviderEvent): Promise<Outcome> {
  const status = event.kind === 'refund-succeeded' ? 'succeeded' : 'failed';
  const same = eq(refunds.reference, event.reference);
  const [known] = await tx.select({ refundId: refunds.refundId }).from(refunds).where(same);
  if (known === undefined) return 'not-known-yet';
  const changed = await tx
    .update(refunds)
    .set({ status, failure: event.failure })
    .where(and(same, ne(refunds.status, 'succeeded')))
    .returning({ refundId: refunds.refundId });
  return changed.length > 0 ? 'done' : 'outdated';
}
