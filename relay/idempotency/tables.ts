import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { account } from '../db/columns.ts';

/** Requests that were carried out, with what was answered. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    account: account('account').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of method, path and body, hexadecimal. */
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: jsonb('body'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.key] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
);
