import { eq } from 'drizzle-orm';
import { chainLots } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';
import { ProblemError } from '../server/problem-error.ts';

export type ChainLot = typeof chainLots.$inferSelect;

/** What the chain says of a lot. @throws ProblemError `lot-unknown` */
export async function findLot(db: Queryable, lotId: number): Promise<ChainLot> {
  const [lot] = await db.select().from(chainLots).where(eq(chainLots.lotId, lotId));
  if (lot === undefined) throw new ProblemError('lot-unknown', { lotId });
  return lot;
}
