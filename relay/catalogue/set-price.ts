import { eq } from 'drizzle-orm';
import { type Address, isAddressEqual } from 'viem';
import type { Queryable } from '../db/client.ts';
import { orders } from '../orders/tables.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { findLot } from './find-lot.ts';
import { lockStock } from './stock.ts';
import { stock } from './tables.ts';

/** Receipts and statements carry sales in 72 bits; a whole lot has to fit. */
const MAX_SALES = 2n ** 72n - 1n;

/** The lot's producer names its price; with the first order it is fixed. */
export async function setPrice({ db }: Relay, lotId: number, account: Address, unitPrice: bigint): Promise<void> {
  await db.transaction(async (tx) => {
    const lot = await findLot(tx, lotId);
    if (!isAddressEqual(lot.producer, account)) throw new ProblemError('not-producer', { lotId });
    await stockLot(tx, lotId, lot.units, unitPrice);
    const shelf = await lockStock(tx, lotId);
    if (shelf.unitPrice === unitPrice) return;
    const [ordered] = await tx.select({ id: orders.orderId }).from(orders).where(eq(orders.lotId, lotId)).limit(1);
    if (ordered !== undefined) throw new ProblemError('price-fixed', { lotId });
    await tx.update(stock).set({ unitPrice }).where(eq(stock.lotId, lotId));
  });
}

/** Puts a lot on the shelf, unless it is there. @throws ProblemError `price-invalid` */
export async function stockLot(db: Queryable, lotId: number, units: number, unitPrice: bigint): Promise<void> {
  if (unitPrice <= 0n || unitPrice * BigInt(units) > MAX_SALES) throw new ProblemError('price-invalid');
  await db.insert(stock).values({ lotId, units, unitPrice }).onConflictDoNothing();
}
