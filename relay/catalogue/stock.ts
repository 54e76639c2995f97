import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { ProblemError } from '../server/problem-error.ts';
import { stock } from './tables.ts';

export type Shelf = typeof stock.$inferSelect;

// Every change is one statement that only succeeds on what is there, so no two orders get the same unit. Whoever locks an order and a
// shelf locks the order first.

/** @throws ProblemError `lot-without-price` */
export async function lockStock(tx: Transaction, lotId: number): Promise<Shelf> {
  const [shelf] = await tx.select().from(stock).where(eq(stock.lotId, lotId)).for('update');
  if (shelf === undefined) throw new ProblemError('lot-without-price', { lotId });
  return shelf;
}

/** Keeps units for an order that is not paid. @throws ProblemError `stock-exhausted`, `price-changed`, `lot-without-price` */
export async function reserve(tx: Transaction, lotId: number, quantity: number, unitPrice: bigint): Promise<void> {
  const free = sql`${stock.units} - ${stock.reserved} - ${stock.sold}`;
  const taken = await tx
    .update(stock)
    .set({ reserved: sql`${stock.reserved} + ${quantity}` })
    .where(and(eq(stock.lotId, lotId), eq(stock.unitPrice, unitPrice), sql`${free} >= ${quantity}`))
    .returning({ lotId: stock.lotId });
  if (taken.length > 0) return;
  const shelf = await lockStock(tx, lotId);
  if (shelf.unitPrice !== unitPrice) throw new ProblemError('price-changed', { unitPrice: shelf.unitPrice.toString() });
  throw new ProblemError('stock-exhausted', { available: shelf.units - shelf.reserved - shelf.sold });
}

/** Reserved units of an order that ended unpaid. */
export function release(tx: Transaction, lotId: number, quantity: number): Promise<void> {
  return change(tx, lotId, { reserved: sql`${stock.reserved} - ${quantity}` });
}

/** Reserved units whose order was paid. */
export function sell(tx: Transaction, lotId: number, quantity: number): Promise<void> {
  return change(tx, lotId, {
    reserved: sql`${stock.reserved} - ${quantity}`,
    sold: sql`${stock.sold} + ${quantity}`,
  });
}

/** Sold units that were given back. */
export function takeBack(tx: Transaction, lotId: number, quantity: number): Promise<void> {
  return change(tx, lotId, { sold: sql`${stock.sold} - ${quantity}` });
}

async function change(tx: Transaction, lotId: number, set: Parameters<ReturnType<Transaction['update']>['set']>[0]) {
  const changed = await tx.update(stock).set(set).where(eq(stock.lotId, lotId)).returning({ lotId: stock.lotId });
  if (changed.length !== 1) throw new Error(`lot ${lotId} is not on the shelf`);
}
