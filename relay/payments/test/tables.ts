import { bigserial, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { amount } from '../../db/columns.ts';

/** The test provider's own books. The relay never reads them: it only talks to the provider. */
export const testPayments = pgTable('test_provider_payments', {
  id: text('id').primaryKey(),
  idempotencyKey: text('idempotency_key').notNull().unique(),
  amount: amount('amount').notNull(),
  status: text('status').notNull().$type<'open' | 'processing' | 'succeeded' | 'declined' | 'cancelled'>(),
  failure: text('failure'),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

export const testRefunds = pgTable('test_provider_refunds', {
  id: text('id').primaryKey(),
  idempotencyKey: text('idempotency_key').notNull().unique(),
  paymentId: text('payment_id').notNull(),
  amount: amount('amount').notNull(),
  status: text('status').notNull().$type<'submitted' | 'succeeded'>(),
});

export interface TestEvent {
  id: string;
  type: 'payment.processing' | 'payment.succeeded' | 'payment.declined' | 'payment.cancelled' | 'refund.succeeded';
  data: { id: string; amount: string; failure: string | null };
}

/** Webhooks that wait to be delivered, and were. One event may be sent more than once. */
export const testWebhooks = pgTable(
  'test_provider_webhooks',
  {
    number: bigserial('number', { mode: 'number' }).primaryKey(),
    event: jsonb('event').notNull().$type<TestEvent>(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [index('test_provider_webhooks_due').on(table.deliveredAt, table.dueAt)],
);
