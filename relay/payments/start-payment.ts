import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Address, type Hex, isAddressEqual } from 'viem';
import { chainTime } from '../chain/chain-head.ts';
import { type Answer, findAnswer, idempotent, type RequestIdentity } from '../idempotency/idempotent.ts';
import { failpoint } from '../jobs/failpoint.ts';
import { lockOrder, moveOrder } from '../orders/move-order.ts';
import { OPEN_STATES } from '../orders/states.ts';
import { orders } from '../orders/tables.ts';
import { checkMayTakeOrders } from '../platform/order-obstacle.ts';
import type { Relay } from '../relay.ts';
import { describeError } from '../server/describe-error.ts';
import { ProblemError } from '../server/problem-error.ts';
import { type PaymentProvider, PaymentRefused, type ProviderName } from './provider.ts';
import { payments } from './tables.ts';

interface Start {
  orderId: Hex;
  buyer: Address;
  provider: ProviderName;
}

/** Begins to collect for an order, once for a key. Gives the payment's id. */
export async function startPayment(relay: Relay, identity: RequestIdentity, start: Start): Promise<string> {
  const answer =
    (await findAnswer<{ paymentId: string }>(relay.db, identity)) ?? (await create(relay, identity, start));
  const { paymentId } = answer.body;
  // After a crash between here and there, the same request or the reconciliation gets the answer.
  await askProvider(relay, paymentId);
  return paymentId;
}

async function create(relay: Relay, identity: RequestIdentity, start: Start): Promise<Answer<{ paymentId: string }>> {
  const { orderId, buyer, provider } = start;
  if (!relay.providers.has(provider)) throw new ProblemError('provider-unavailable', { provider });
  // No money is taken for what could not be settled.
  await checkMayTakeOrders(relay);
  await stopPrevious(relay, orderId, buyer);
  const answer = await idempotent(relay.db, identity, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!isAddressEqual(order.buyer, buyer)) throw new ProblemError('order-unknown');
    if (!OPEN_STATES.includes(order.state)) throw new ProblemError('order-state', { state: order.state });
    const pending = await tx
      .select({ paymentId: payments.paymentId })
      .from(payments)
      .where(and(eq(payments.orderId, orderId), eq(payments.status, 'pending')));
    const [running] = pending;
    if (running !== undefined) throw new ProblemError('payment-running', { paymentId: running.paymentId });
    if (order.state === 'Created') {
      const at = await chainTime(tx);
      await moveOrder(tx, order, 'AwaitingPayment', { reason: `payment-started:${provider}`, at });
    }
    const paymentId = randomUUID();
    await tx.insert(payments).values({ paymentId, orderId, provider, amount: order.sales, status: 'pending' });
    return { status: 201, body: { paymentId } };
  });
  failpoint('payment.created');
  return answer;
}

/** A buyer may change his mind about how to pay, as long as the money is not on its way. */
async function stopPrevious(relay: Relay, orderId: Hex, buyer: Address): Promise<void> {
  const [previous] = await relay.db
    .select({ payment: payments, buyer: orders.buyer })
    .from(payments)
    .innerJoin(orders, eq(orders.orderId, payments.orderId))
    .where(and(eq(payments.orderId, orderId), eq(payments.status, 'pending')));
  if (previous === undefined || !isAddressEqual(previous.buyer, buyer)) return;
  await stopPayment(relay, previous.payment);
}

/** Tells a provider not to collect any more; false when the money is on its way. */
export async function stopPayment(relay: Relay, payment: typeof payments.$inferSelect): Promise<boolean> {
  const reference = payment.reference ?? (await askProvider(relay, payment.paymentId));
  const stopped = reference === null || (await providerOf(relay, payment.provider).cancel(reference));
  if (stopped) {
    await relay.db
      .update(payments)
      .set({ status: 'cancelled', checkedAt: sql`now()` })
      .where(and(eq(payments.paymentId, payment.paymentId), eq(payments.status, 'pending')));
  }
  return stopped;
}

/** Lets the provider know of a payment, as often as it takes; gives its reference, null when the provider refuses. */
export async function askProvider(relay: Relay, paymentId: string): Promise<string | null> {
  const { db, log } = relay;
  const [row] = await db
    .select({ payment: payments, buyer: orders.buyer, reservedUntil: orders.reservedUntil })
    .from(payments)
    .innerJoin(orders, eq(orders.orderId, payments.orderId))
    .where(eq(payments.paymentId, paymentId));
  if (row === undefined) throw new ProblemError('payment-unknown');
  const { payment, buyer, reservedUntil } = row;
  if (payment.reference !== null || payment.status !== 'pending') return payment.reference;
  const { orderId, amount, provider } = payment;
  const expiresAt = Math.floor((reservedUntil ?? new Date()).getTime() / 1000);
  try {
    const created = await providerOf(relay, provider).create({ paymentId, orderId, amount, buyer, expiresAt });
    failpoint('payment.asked');
    await db
      .update(payments)
      .set({ reference: created.reference, action: created.action, checkedAt: sql`now()` })
      .where(and(eq(payments.paymentId, paymentId), isNull(payments.reference)));
    failpoint('payment.started');
    return created.reference;
  } catch (error) {
    if (!(error instanceof PaymentRefused)) {
      log.error({ paymentId, provider, error: describeError(error) }, 'a payment provider does not answer');
      throw new ProblemError('provider-failed');
    }
    const failed = and(eq(payments.paymentId, paymentId), eq(payments.status, 'pending'));
    await db.update(payments).set({ status: 'failed', failure: error.message }).where(failed);
    throw new ProblemError('payment-refused', {}, error.message);
  }
}

export function providerOf({ providers }: Relay, name: ProviderName): PaymentProvider {
  const provider = providers.get(name);
  if (provider === undefined) throw new ProblemError('provider-unavailable', { provider: name });
  return provider;
}
