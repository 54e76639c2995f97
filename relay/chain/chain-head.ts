import { desc } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { chainBlocks } from './tables.ts';

export interface ChainHead {
  blockNumber: bigint;
  hash: `0x${string}`;
  /** Unix seconds of the block. */
  time: number;
}

/** The relay has not taken in a single block yet, so it does not know what time it is. */
export class ChainNotSynced extends Error {
  override readonly name = 'ChainNotSynced';
}

/** The block up to which the relay has taken in everything; null before the first. */
export async function chainHead(db: Queryable): Promise<ChainHead | null> {
  const [block] = await db.select().from(chainBlocks).orderBy(desc(chainBlocks.number)).limit(1);
  return block === undefined ? null : { blockNumber: block.number, hash: block.hash, time: block.time };
}

/** Time of that block: the only clock that decides anything. @throws ChainNotSynced */
export async function chainTime(db: Queryable): Promise<number> {
  const head = await chainHead(db);
  if (head === null) throw new ChainNotSynced('The relay has not read the chain yet; try again in a moment.');
  return head.time;
}
