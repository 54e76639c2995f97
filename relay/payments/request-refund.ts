import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { Transaction } from '../db/client.ts';
import { payments, refunds } from './tables.ts';

/** What of a payment was not given back yet. */
const left = sql<string>`${payments.amount} - coalesce(
  (select sum(${refunds.amount}) from ${refunds} where ${refunds.paymentId} = ${payments.paymentId}), 0)`;

/** Writes down that a part of what was paid for an order goes back; a job carries it out. */
export async function requestRefund(tx: Transaction, orderId: Hex, amount: bigint, reason: string): Promise<void> {
  const [payment] = await tx
    .select({ paymentId: payments.paymentId })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.status, 'succeeded'), sql`${left} >= ${amount.toString()}`))
    .orderBy(asc(payments.createdAt))
    .limit(1);
  if (payment === undefined) throw new Error(`order ${orderId} was not paid with ${amount} or more`);
  await refundPayment(tx, payment.paymentId, amount, reason);
}

export async function refundPayment(tx: Transaction, paymentId: string, amount: bigint, reason: string): Promise<void> {
  await tx.insert(refunds).values({ refundId: randomUUID(), paymentId, amount, reason, status: 'requested' });
}
