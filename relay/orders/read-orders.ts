import { and, asc, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import { type Address, getAddress, type Hex } from 'viem';
import type { Order, OrderState } from '../api/orders.ts';
import { chainLots } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';
import { documentTexts } from '../documents/tables.ts';
import { paymentsOf } from '../payments/show-payment.ts';
import { receiptsOf } from '../receipts/read-receipts.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { OrderRow } from './move-order.ts';
import { statementStatuses } from './statement-status.ts';
import { orderHistory, orders } from './tables.ts';

export interface Page {
  limit: number;
  /** Number of the last order of the page before. */
  before?: string | undefined;
}

/** Orders of an account, newest first. */
export function ordersOfBuyer(relay: Relay, buyer: Address, page: Page) {
  return readPage(relay, eq(orders.buyer, buyer), page);
}

/** @throws ProblemError `order-unknown` also when it is somebody else's */
export async function orderOf(
  relay: Relay,
  orderId: Hex,
  buyer: Address | null,
  db: Queryable = relay.db,
): Promise<Order> {
  const owned = buyer === null ? undefined : eq(orders.buyer, buyer);
  const rows = await db
    .select()
    .from(orders)
    .where(and(eq(orders.orderId, orderId), owned));
  const [order] = await render(relay, db, rows);
  if (order === undefined) throw new ProblemError('order-unknown');
  return order;
}

/** For the operator: orders in a state, with where to deliver them. */
export async function ordersToFulfil(relay: Relay, state: OrderState, page: Page) {
  const found = await readPage(relay, eq(orders.state, state), page);
  const ids = found.orders.map(({ orderId }) => orderId);
  const rows = await relay.db
    .select({ orderId: orders.orderId, delivery: orders.delivery })
    .from(orders)
    .where(inArray(orders.orderId, ids));
  const where = new Map(rows.map(({ orderId, delivery }) => [orderId, delivery]));
  return {
    orders: found.orders.map((order) => ({ ...order, delivery: where.get(order.orderId) ?? null })),
    next: found.next,
  };
}

async function readPage(relay: Relay, which: SQL, { limit, before }: Page) {
  const older = before === undefined ? undefined : lt(orders.number, Number(before));
  const rows = await relay.db
    .select()
    .from(orders)
    .where(and(which, older))
    .orderBy(desc(orders.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    orders: await render(relay, relay.db, shown),
    next: rows.length > limit && last !== undefined ? String(last.number) : null,
  };
}

async function render(relay: Relay, db: Queryable, rows: readonly OrderRow[]): Promise<Order[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ orderId }) => orderId);
  const events = await historyOf(db, ids);
  const payments = await paymentsOf(db, ids);
  const receipts = await receiptsOf(db, ids);
  const statementOf = await statementStatuses(relay, db, receipts.size > 0);
  const goods = await goodsOf(db, rows);
  return rows.map((row) => {
    const receipt = receipts.get(row.orderId) ?? null;
    const payment = payments.get(row.orderId);
    const { lotCode = '', name = null } = goods.get(row.lotId) ?? {};
    return {
      orderId: row.orderId,
      state: row.state,
      buyer: getAddress(row.buyer),
      lotId: row.lotId,
      commodityId: row.commodityId,
      name,
      lotCode,
      quantity: row.quantity,
      refundedQuantity: row.refundedQuantity,
      unitPrice: row.unitPrice.toString(),
      sales: row.sales.toString(),
      fee: row.fee.toString(),
      commission: row.commission.toString(),
      recommenderId: row.recommenderId,
      referral:
        row.referralCode === null
          ? null
          : { code: row.referralCode, recommenderId: row.recommenderId, clickedAt: row.referralClickedAt ?? 0 },
      nomineeId: row.nomineeId,
      buyerCommitment: row.buyerCommitment,
      commitmentNonce: row.commitmentNonce,
      reservedUntil: row.reservedUntil === null ? null : Math.floor(row.reservedUntil.getTime() / 1000),
      returnableUntil: row.returnableUntil,
      payment:
        payment === undefined
          ? null
          : {
              paymentId: payment.paymentId,
              provider: payment.provider,
              status: payment.status,
              failure: payment.failure,
            },
      tracking: row.tracking,
      createdAt: row.createdAt,
      history: events.get(row.orderId) ?? [],
      receipt,
      statement: receipt === null ? null : statementOf(receipt),
    };
  });
}

async function historyOf(db: Queryable, ids: readonly Hex[]) {
  const rows = await db
    .select()
    .from(orderHistory)
    .where(inArray(orderHistory.orderId, [...ids]))
    .orderBy(asc(orderHistory.id));
  const events = new Map<Hex, Order['history']>();
  for (const { orderId, state, at, reason } of rows) {
    const known = events.get(orderId) ?? [];
    events.set(orderId, [...known, { state, at, reason }]);
  }
  return events;
}

async function goodsOf(db: Queryable, rows: readonly OrderRow[]) {
  const lotIds = [...new Set(rows.map(({ lotId }) => lotId))];
  const found = await db
    .select({ lotId: chainLots.lotId, lotCode: chainLots.lotCode, name: documentTexts.name })
    .from(chainLots)
    .leftJoin(documentTexts, eq(documentTexts.digest, chainLots.commodityDocumentDigest))
    .where(inArray(chainLots.lotId, lotIds));
  return new Map(found.map((lot) => [lot.lotId, lot]));
}
