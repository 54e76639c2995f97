import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { PaymentAction } from '../api/payments.ts';
import { amount, hex } from '../db/columns.ts';
import { orders } from '../orders/tables.ts';
import type { ProviderEvent, ProviderName } from './provider.ts';

export type PaymentStatus = 'pending' | 'succeeded' | 'failed' | 'cancelled';

/** One attempt to pay an order. What was refunded is in `refunds`. */
export const payments = pgTable(
  'payments',
  {
    paymentId: text('payment_id').primaryKey(),
    orderId: hex('order_id')
      .notNull()
      .references(() => orders.orderId),
    provider: text('provider').notNull().$type<ProviderName>(),
    amount: amount('amount').notNull(),
    status: text('status').notNull().$type<PaymentStatus>(),
    failure: text('failure'),
    /** The provider's name for it; null until the provider has answered. */
    reference: text('reference'),
    action: jsonb('action').$type<PaymentAction>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When the provider was asked last, or told us something. */
    checkedAt: timestamp('checked_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('payments_reference').on(table.provider, table.reference),
    // An order is paid at most once; what comes in beside that is given back.
    uniqueIndex('payments_one_pending').on(table.orderId).where(sql`${table.status} = 'pending'`),
    index('payments_order').on(table.orderId),
    index('payments_status').on(table.status, table.checkedAt),
    check('payments_amount', sql`${table.amount} > 0`),
  ],
);

export type RefundStatus = 'requested' | 'submitted' | 'succeeded' | 'failed';

/** Money on its way back. Requested in the transaction that decides it, carried out by a job. */
export const refunds = pgTable(
  'refunds',
  {
    refundId: text('refund_id').primaryKey(),
    number: bigserial('number', { mode: 'number' }).notNull(),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.paymentId),
    amount: amount('amount').notNull(),
    reason: text('reason').notNull(),
    status: text('status').notNull().$type<RefundStatus>(),
    reference: text('reference'),
    failure: text('failure'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull().defaultNow(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('refunds_payment').on(table.paymentId),
    index('refunds_due').on(table.status, table.nextAttemptAt),
    check('refunds_amount', sql`${table.amount} > 0`),
  ],
);

/** Events of providers, each taken in once and carried out once. */
export const webhookInbox = pgTable(
  'webhook_inbox',
  {
    provider: text('provider').notNull().$type<ProviderName>(),
    eventId: text('event_id').notNull(),
    event: jsonb('event').notNull().$type<ProviderEvent>(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
    processedAt: timestamp('processed_at', { withTimezone: true }),
    outcome: text('outcome'),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.eventId] }),
    index('webhook_inbox_open').on(table.receivedAt).where(sql`${table.processedAt} is null`),
  ],
);
