import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable } from 'drizzle-orm/pg-core';
import { account, amount, hex } from '../db/columns.ts';

/** Receipts of settled orders: written down once, then signed, never changed. What a statement is built from. */
export const receipts = pgTable(
  'receipts',
  {
    orderId: hex('order_id').primaryKey(),
    platformId: bigint('platform_id', { mode: 'number' }).notNull(),
    epoch: bigint('epoch', { mode: 'number' }).notNull(),
    lotId: bigint('lot_id', { mode: 'number' }).notNull(),
    quantity: integer('quantity').notNull(),
    sales: amount('sales').notNull(),
    fee: amount('fee').notNull(),
    commission: amount('commission').notNull(),
    recommenderId: bigint('recommender_id', { mode: 'number' }).notNull(),
    nomineeId: bigint('nominee_id', { mode: 'number' }).notNull(),
    buyerCommitment: hex('buyer_commitment').notNull(),
    digest: hex('digest').notNull().unique(),
    /** Null until it is signed; nobody is shown it before. */
    signature: hex('signature'),
    /** Who may read it besides the recommender; never part of an order file. */
    buyer: account('buyer').notNull(),
  },
  (table) => [
    index('receipts_epoch').on(table.epoch, table.orderId),
    index('receipts_buyer').on(table.buyer),
    index('receipts_recommender').on(table.recommenderId),
    index('receipts_unsigned').on(table.epoch).where(sql`${table.signature} is null`),
  ],
);
