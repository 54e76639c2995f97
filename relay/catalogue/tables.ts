import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { amount } from '../db/columns.ts';

/** Lots with a price: what is left of them. The checks hold whatever the code does. */
export const stock = pgTable(
  'stock',
  {
    lotId: bigint('lot_id', { mode: 'number' }).primaryKey(),
    units: integer('units').notNull(),
    /** Of orders that are not paid yet. */
    reserved: integer('reserved').notNull().default(0),
    /** Of paid orders, without what was given back. */
    sold: integer('sold').notNull().default(0),
    unitPrice: amount('unit_price').notNull(),
    pricedAt: timestamp('priced_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('stock_not_negative', sql`${table.reserved} >= 0 and ${table.sold} >= 0`),
    check('stock_not_oversold', sql`${table.reserved} + ${table.sold} <= ${table.units}`),
    check('stock_has_price', sql`${table.unitPrice} > 0`),
  ],
);
