import { sql } from 'drizzle-orm';
import { bigint, bigserial, check, index, integer, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { OrderState } from '../api/orders.ts';
import { account, amount, hex } from '../db/columns.ts';

export interface Delivery {
  recipient: string;
  address: string;
  country: string;
}

/** One order line: units of one lot. Times are the chain's, in Unix seconds, except where a timestamp says otherwise. */
export const orders = pgTable(
  'orders',
  {
    orderId: hex('order_id').primaryKey(),
    /** In the order in which they were placed. */
    number: bigserial('number', { mode: 'number' }).notNull().unique(),
    state: text('state').notNull().$type<OrderState>(),
    buyer: account('buyer').notNull(),
    lotId: bigint('lot_id', { mode: 'number' }).notNull(),
    commodityId: bigint('commodity_id', { mode: 'number' }).notNull(),
    quantity: integer('quantity').notNull(),
    refundedQuantity: integer('refunded_quantity').notNull().default(0),
    unitPrice: amount('unit_price').notNull(),
    feeBps: integer('fee_bps').notNull(),
    commissionBps: integer('commission_bps').notNull(),
    /** Of what is kept: quantity − refundedQuantity. */
    sales: amount('sales').notNull(),
    fee: amount('fee').notNull(),
    commission: amount('commission').notNull(),
    recommenderId: bigint('recommender_id', { mode: 'number' }).notNull().default(0),
    referralCode: text('referral_code'),
    referralClickedAt: bigint('referral_clicked_at', { mode: 'number' }),
    nomineeId: bigint('nominee_id', { mode: 'number' }).notNull(),
    buyerCommitment: hex('buyer_commitment').notNull(),
    commitmentNonce: hex('commitment_nonce').notNull(),
    /** Wall clock; null once paid or ended. */
    reservedUntil: timestamp('reserved_until', { withTimezone: true }),
    /** Personal data; erased when the order ends. */
    delivery: jsonb('delivery').$type<Delivery>(),
    tracking: text('tracking'),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    shippedAt: bigint('shipped_at', { mode: 'number' }),
    deliveredAt: bigint('delivered_at', { mode: 'number' }),
    returnableUntil: bigint('returnable_until', { mode: 'number' }),
    settledAt: bigint('settled_at', { mode: 'number' }),
  },
  (table) => [
    unique('orders_commitment').on(table.buyer, table.buyerCommitment),
    index('orders_buyer').on(table.buyer, table.number),
    index('orders_state').on(table.state, table.number),
    index('orders_lot').on(table.lotId),
    index('orders_reserved').on(table.reservedUntil).where(sql`${table.reservedUntil} is not null`),
    index('orders_returnable').on(table.returnableUntil).where(sql`${table.state} = 'Delivered'`),
    index('orders_referral').on(table.referralCode).where(sql`${table.referralCode} is not null`),
    check('orders_quantity', sql`${table.quantity} > 0`),
    check(
      'orders_refunded',
      sql`${table.refundedQuantity} >= 0 and ${table.refundedQuantity} <= ${table.quantity}
        and (${table.state} = 'Refunded') = (${table.refundedQuantity} = ${table.quantity})`,
    ),
    check('orders_sales', sql`${table.sales} = ${table.unitPrice} * (${table.quantity} - ${table.refundedQuantity})`),
    check(
      'orders_reservation',
      sql`(${table.reservedUntil} is not null) = (${table.state} in ('Created', 'AwaitingPayment'))`,
    ),
  ],
);

/** Every state that an order ever had, and why. */
export const orderHistory = pgTable(
  'order_history',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    orderId: hex('order_id')
      .notNull()
      .references(() => orders.orderId),
    /** Null for the first. */
    from: text('from_state').$type<OrderState>(),
    state: text('state').notNull().$type<OrderState>(),
    reason: text('reason').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('order_history_order').on(table.orderId, table.id)],
);
