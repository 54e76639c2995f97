import { sql } from 'drizzle-orm';
import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { amount, hex } from '../db/columns.ts';

/**
 * collecting: receipts may still get this epoch. building: they may not, and its trees are being made. built: its transaction is in the
 * outbox, or it was found on chain. empty: it ended without orders. What the chain says of it is asked of the chain's events.
 */
export type StatementStage = 'collecting' | 'building' | 'built' | 'empty';

/** One statement an epoch. */
export const statements = pgTable('statements', {
  epoch: bigint('epoch', { mode: 'number' }).primaryKey(),
  stage: text('stage').$type<StatementStage>().notNull().default('collecting'),
  orders: integer('orders').notNull().default(0),
  sales: amount('sales').notNull().default(sql`0`),
  fees: amount('fees').notNull().default(sql`0`),
  commissions: amount('commissions').notNull().default(sql`0`),
  deposit: amount('deposit'),
  lotRoot: hex('lot_root'),
  lotDepth: integer('lot_depth'),
  recommenderRoot: hex('recommender_root'),
  recommenderDepth: integer('recommender_depth'),
  dataDigest: hex('data_digest'),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
});

export type LeafKind = 'lot' | 'nominee' | 'recommender';

/** Leaves of a statement that somebody is paid by; 0, nobody, is none. */
export const statementLeaves = pgTable(
  'statement_leaves',
  {
    epoch: bigint('epoch', { mode: 'number' })
      .notNull()
      .references(() => statements.epoch),
    kind: text('kind').$type<LeafKind>().notNull(),
    /** 0 for a recommender's. */
    lotId: bigint('lot_id', { mode: 'number' }).notNull(),
    /** Experiencer or recommender; 0 for a lot's own leaf. */
    partyId: bigint('party_id', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.epoch, table.kind, table.lotId, table.partyId] })],
);
