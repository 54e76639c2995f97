import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { account, amount, hex } from '../../db/columns.ts';

/** planned → sent → mined or failed; done: its effect was on chain before it was sent. */
export type TransactionState = 'planned' | 'sent' | 'mined' | 'failed' | 'done';
export type Sender = 'operator' | 'keeper';

/** Why a transaction failed or has to wait: a custom error of the contracts, or what the node said. */
export interface TransactionError {
  name: string;
  values: Record<string, string>;
}

/** Every transaction that the relay means to send. The row is written before anything leaves the process. */
export const chainTransactions = pgTable(
  'chain_transactions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** What it is for, such as `statement/12`. Two that have not failed never share it: that is why nothing is done twice. */
    purpose: text('purpose').notNull(),
    sender: text('sender').$type<Sender>().notNull(),
    to: account('to').notNull(),
    data: hex('data').notNull(),
    /** Errors of a simulation that say that its effect is on chain already. */
    doneBy: jsonb('done_by').$type<string[]>().notNull(),
    /** Waits while its simulation fails, such as for money, instead of failing. */
    patient: boolean('patient').notNull(),
    /** Goes before everything else of its sender: a bond depends on it. */
    urgent: boolean('urgent').notNull().default(false),
    /** Not sent later than this time of the chain; null: never too late. */
    notAfter: bigint('not_after', { mode: 'number' }),
    state: text('state').$type<TransactionState>().notNull().default('planned'),
    nonce: bigint('nonce', { mode: 'number' }),
    gas: bigint('gas', { mode: 'bigint' }),
    error: jsonb('error').$type<TransactionError>(),
    /** Of the attempt that was mined. */
    hash: hex('hash'),
    blockNumber: bigint('block_number', { mode: 'bigint' }),
    gasUsed: bigint('gas_used', { mode: 'bigint' }),
    plannedAt: timestamp('planned_at', { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('chain_transactions_purpose').on(table.purpose).where(sql`${table.state} <> 'failed'`),
    uniqueIndex('chain_transactions_nonce')
      .on(table.sender, table.nonce)
      .where(sql`${table.state} IN ('sent', 'mined')`),
    index('chain_transactions_state').on(table.state),
    index('chain_transactions_failed').on(table.purpose, table.changedAt),
  ],
);

/** Signed transactions, stored before they are broadcast: a restart sends the same bytes again. */
export const chainTransactionAttempts = pgTable(
  'chain_transaction_attempts',
  {
    hash: hex('hash').primaryKey(),
    transactionId: bigint('transaction_id', { mode: 'number' })
      .notNull()
      .references(() => chainTransactions.id),
    raw: hex('raw').notNull(),
    maxFeePerGas: amount('max_fee_per_gas').notNull(),
    maxPriorityFeePerGas: amount('max_priority_fee_per_gas').notNull(),
    signedAt: timestamp('signed_at', { withTimezone: true }).notNull().defaultNow(),
    number: integer('number').notNull(),
  },
  (table) => [index('chain_transaction_attempts_transaction').on(table.transactionId)],
);
