import { and, desc, lt } from 'drizzle-orm';
import { type Hex, numberToHex } from 'viem';
import type { Db } from '../db/client.ts';
import { failpoint } from '../jobs/failpoint.ts';
import { checkIdentity } from './check-identity.ts';
import type { Chain } from './connect-chain.ts';
import { eventRow, eventTopics } from './event-row.ts';
import { rollBack } from './roll-back.ts';
import { chainBlocks, chainEvents } from './tables.ts';

const INSERT_ROWS = 500;
/** Older ones are not needed to find a common ancestor. */
const BLOCKS_KEPT = 1_024n;
const MAX_ATTEMPTS = 8;

export interface Followed {
  events: number;
  /** Blocks that were forgotten because the chain has others in their place. */
  forgotten: bigint;
  /** The chain's head as the node said it; everything up to here was taken in. */
  head: bigint;
}

/** Takes in the events of all blocks up to the chain's head, in steps of `step` blocks, each in one transaction. */
export async function followChain(chain: Chain, db: Db, step = 2_000n): Promise<Followed> {
  await checkIdentity(chain, db);
  const total: Followed = { events: 0, forgotten: 0n, head: 0n };
  for (let failures = 0; failures < MAX_ATTEMPTS; ) {
    const latest = await chain.client.getBlock({ blockTag: 'latest' });
    total.head = latest.number;
    const last = await lastBlock(db);
    if (last !== undefined && !(await isOnChain(chain, last))) {
      total.forgotten += await returnToAncestor(chain, db);
      continue;
    }
    const from = last === undefined ? chain.startBlock : last.number + 1n;
    if (from > latest.number) return total;
    const to = from + step - 1n < latest.number ? from + step - 1n : latest.number;
    const taken = await takeIn(chain, db, from, to);
    if (taken === null) failures += 1;
    else total.events += taken;
  }
  throw new Error('The chain keeps changing under the follower; it will be tried again.');
}

async function lastBlock(db: Db) {
  const [block] = await db.select().from(chainBlocks).orderBy(desc(chainBlocks.number)).limit(1);
  return block;
}

/** Gives the number of events, or null when the chain changed while it was read. */
async function takeIn(chain: Chain, db: Db, from: bigint, to: bigint): Promise<number | null> {
  const { asset: _, ...contracts } = chain.contracts;
  const before = await chain.client.getBlock({ blockNumber: to });
  const logs = await chain.client.request({
    method: 'eth_getLogs',
    params: [
      {
        address: Object.values(contracts),
        topics: [[...eventTopics]],
        fromBlock: numberToHex(from),
        toBlock: numberToHex(to),
      },
    ],
  });
  const after = await chain.client.getBlock({ blockNumber: to });
  if (before.hash !== after.hash) return null;
  const rows = logs.flatMap(({ blockNumber, logIndex, ...log }) => {
    if (blockNumber === null || logIndex === null) return [];
    const decoded = { ...log, blockNumber: BigInt(blockNumber), logIndex: Number(logIndex) };
    return eventRow(decoded as unknown as Parameters<typeof eventRow>[0]) ?? [];
  });
  await db.transaction(async (tx) => {
    for (let at = 0; at < rows.length; at += INSERT_ROWS) {
      await tx
        .insert(chainEvents)
        .values(rows.slice(at, at + INSERT_ROWS))
        .onConflictDoNothing();
    }
    const block = { number: after.number, hash: after.hash, time: Number(after.timestamp) };
    await tx.insert(chainBlocks).values(block).onConflictDoNothing();
    if (to > BLOCKS_KEPT) await tx.delete(chainBlocks).where(and(lt(chainBlocks.number, to - BLOCKS_KEPT)));
    failpoint('chain.taking-in');
  });
  failpoint('chain.taken-in');
  return rows.length;
}

async function isOnChain(chain: Chain, block: { number: bigint; hash: Hex }): Promise<boolean> {
  const found = await chain.client.request({
    method: 'eth_getBlockByNumber',
    params: [numberToHex(block.number), false],
  });
  return found?.hash === block.hash;
}

/** Forgets down to the highest stored block that the chain still has; gives how many blocks that were. */
async function returnToAncestor(chain: Chain, db: Db): Promise<bigint> {
  const stored = await db.select().from(chainBlocks).orderBy(desc(chainBlocks.number));
  const top = stored[0]?.number ?? chain.startBlock;
  let ancestor = chain.startBlock - 1n;
  for (const block of stored) {
    if (await isOnChain(chain, block)) {
      ancestor = block.number;
      break;
    }
  }
  await db.transaction((tx) => rollBack(tx, ancestor));
  return top - ancestor;
}
