import { desc, eq, inArray, sum } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { Payment } from '../api/payments.ts';
import type { Queryable } from '../db/client.ts';
import { payments, refunds } from './tables.ts';

type PaymentRow = typeof payments.$inferSelect;

interface Returned {
  total: bigint;
  running: boolean;
}

/** The payments that matter to a reader: of each order the one that was paid, else the newest. */
export async function paymentsOf(db: Queryable, orderIds: readonly Hex[]): Promise<Map<Hex, Payment>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(payments)
    .where(inArray(payments.orderId, [...orderIds]))
    .orderBy(desc(payments.createdAt));
  const chosen = new Map<Hex, PaymentRow>();
  for (const row of rows) {
    const known = chosen.get(row.orderId);
    if (known === undefined || (known.status !== 'succeeded' && row.status === 'succeeded'))
      chosen.set(row.orderId, row);
  }
  const returned = await returnedOf(db, [...chosen.values()]);
  return new Map([...chosen].map(([orderId, row]) => [orderId, show(row, returned.get(row.paymentId))]));
}

export async function showPayment(db: Queryable, paymentId: string): Promise<Payment | null> {
  const [row] = await db.select().from(payments).where(eq(payments.paymentId, paymentId));
  if (row === undefined) return null;
  return show(row, (await returnedOf(db, [row])).get(paymentId));
}

async function returnedOf(db: Queryable, rows: readonly PaymentRow[]): Promise<Map<string, Returned>> {
  const found = new Map<string, Returned>();
  if (rows.length === 0) return found;
  const sums = await db
    .select({ paymentId: refunds.paymentId, status: refunds.status, amount: sum(refunds.amount) })
    .from(refunds)
    .where(
      inArray(
        refunds.paymentId,
        rows.map(({ paymentId }) => paymentId),
      ),
    )
    .groupBy(refunds.paymentId, refunds.status);
  for (const { paymentId, status, amount } of sums) {
    const { total, running } = found.get(paymentId) ?? { total: 0n, running: false };
    found.set(paymentId, { total: total + BigInt(amount ?? 0), running: running || status !== 'succeeded' });
  }
  return found;
}

function show(row: PaymentRow, returned: Returned | undefined): Payment {
  const { paymentId, orderId, provider, amount, failure, action } = row;
  return {
    paymentId,
    orderId,
    provider,
    amount: amount.toString(),
    status: statusOf(row, returned),
    failure: row.status === 'cancelled' ? (failure ?? 'cancelled') : failure,
    action: row.status === 'pending' ? action : null,
  };
}

function statusOf({ status, amount }: PaymentRow, returned: Returned | undefined): Payment['status'] {
  if (status === 'cancelled') return 'failed';
  if (status !== 'succeeded' || returned === undefined) return status;
  if (returned.running) return 'refunding';
  return returned.total === amount ? 'refunded' : 'succeeded';
}
