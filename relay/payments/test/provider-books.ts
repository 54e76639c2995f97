import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql, sum } from 'drizzle-orm';
import type { Db, Transaction } from '../../db/client.ts';
import { CARDS } from './cards.ts';
import { type TestEvent, testPayments, testRefunds, testWebhooks } from './tables.ts';

/** What the test provider refuses, in its own words; the relay only sees the HTTP status. */
export class TestProviderError extends Error {
  override name = 'TestProviderError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const REFUND_SECONDS = 0.2;

export async function openPayment(db: Db, idempotencyKey: string, amount: bigint, expiresAt: Date) {
  const row = { id: `tp_${randomUUID()}`, idempotencyKey, amount, status: 'open' as const, expiresAt };
  await db.insert(testPayments).values(row).onConflictDoNothing();
  const [payment] = await db.select().from(testPayments).where(eq(testPayments.idempotencyKey, idempotencyKey));
  if (payment === undefined) throw new TestProviderError(500, 'the payment was not kept');
  return payment;
}

export async function findPayment(db: Db | Transaction, id: string) {
  const [payment] = await db.select().from(testPayments).where(eq(testPayments.id, id)).for('update');
  if (payment === undefined) throw new TestProviderError(404, 'no such payment');
  return payment;
}

/** A buyer gives his card; what becomes of it is told later. */
export async function giveCard(db: Db, id: string, card: string): Promise<void> {
  const known = CARDS[card];
  if (known === undefined) throw new TestProviderError(422, 'not a test card');
  await db.transaction(async (tx) => {
    const payment = await findPayment(tx, id);
    if (payment.status !== 'open') throw new TestProviderError(409, `the payment is ${payment.status}`);
    if (payment.expiresAt < new Date()) throw new TestProviderError(409, 'the payment has expired');
    await tx.update(testPayments).set({ status: 'processing' }).where(eq(testPayments.id, id));
    for (const { type, after, failure = null, times = 1 } of known.events) {
      const data = { id, amount: payment.amount.toString(), failure };
      for (let i = 0; i < times; i++) await announce(tx, { id: `evt_${id}_${type}`, type, data }, after);
    }
  });
}

/** What a payment is after the cancellation was asked for: too late for one that is being processed. */
export async function cancelPayment(db: Db, id: string) {
  return db.transaction(async (tx) => {
    const payment = await findPayment(tx, id);
    if (payment.status !== 'open') return payment;
    await tx.update(testPayments).set({ status: 'cancelled' }).where(eq(testPayments.id, id));
    const data = { id, amount: payment.amount.toString(), failure: null };
    await announce(tx, { id: `evt_${id}_cancelled`, type: 'payment.cancelled', data }, 0);
    return { ...payment, status: 'cancelled' as const };
  });
}

export async function refundPayment(db: Db, paymentId: string, idempotencyKey: string, amount: bigint) {
  return db.transaction(async (tx) => {
    const payment = await findPayment(tx, paymentId);
    const [known] = await tx.select().from(testRefunds).where(eq(testRefunds.idempotencyKey, idempotencyKey));
    if (known !== undefined) return known;
    if (payment.status !== 'succeeded') throw new TestProviderError(409, `the payment is ${payment.status}`);
    const [before] = await tx
      .select({ total: sum(testRefunds.amount) })
      .from(testRefunds)
      .where(eq(testRefunds.paymentId, paymentId));
    if (BigInt(before?.total ?? 0) + amount > payment.amount) throw new TestProviderError(409, 'more than was paid');
    const refund = { id: `tr_${randomUUID()}`, idempotencyKey, paymentId, amount, status: 'submitted' as const };
    await tx.insert(testRefunds).values(refund);
    const data = { id: refund.id, amount: amount.toString(), failure: null };
    await announce(tx, { id: `evt_${refund.id}`, type: 'refund.succeeded', data }, REFUND_SECONDS);
    return refund;
  });
}

export async function findRefund(db: Db, id: string) {
  const [refund] = await db.select().from(testRefunds).where(eq(testRefunds.id, id));
  if (refund === undefined) throw new TestProviderError(404, 'no such refund');
  return refund;
}

/** What an event tells is true from the moment it is sent on. */
export async function makeTrue(tx: Transaction, { type, data }: TestEvent): Promise<void> {
  if (type === 'refund.succeeded') {
    await tx.update(testRefunds).set({ status: 'succeeded' }).where(eq(testRefunds.id, data.id));
    return;
  }
  const status = { 'payment.succeeded': 'succeeded', 'payment.declined': 'declined' } as const;
  if (type !== 'payment.succeeded' && type !== 'payment.declined') return;
  await tx
    .update(testPayments)
    .set({ status: status[type], failure: data.failure })
    .where(and(eq(testPayments.id, data.id), inArray(testPayments.status, ['processing'])));
}

async function announce(tx: Transaction, event: TestEvent, after: number): Promise<void> {
  await tx.insert(testWebhooks).values({ event, dueAt: sql`now() + make_interval(secs => ${after})` });
}
