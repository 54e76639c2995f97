import type { Abi, Address, Hex, Log } from 'viem';
import type { Deployed } from './deployed.ts';

/** Nodes of public chains give logs of so many blocks at a time. */
const BLOCKS_PER_QUERY = 5_000n;

interface Source {
  readonly address: Address;
  readonly abi: Abi;
}

/** An event and the block and transaction it is from. */
export interface Emitted<T> {
  readonly args: T;
  readonly blockNumber: bigint;
  readonly transactionHash: Hex;
}

/** Every event of a name that a contract emitted since a block, the oldest first. */
export async function eventsOf<T>(
  client: Deployed['client'],
  source: Source,
  eventName: string,
  fromBlock: bigint,
): Promise<T[]> {
  return (await emittedBy<T>(client, source, eventName, fromBlock)).map(({ args }) => args);
}

/** As {@link eventsOf}, and where each event is; until the latest block if none is given. */
export async function emittedBy<T>(
  client: Deployed['client'],
  source: Source,
  eventName: string,
  fromBlock: bigint,
  lastBlock?: bigint,
): Promise<Emitted<T>[]> {
  const found: Emitted<T>[] = [];
  for await (const page of pages<T>(client, source, eventName, fromBlock, lastBlock)) found.push(...page);
  return found;
}

/** The first event of a name that a contract emitted since a block. */
export async function firstOf<T>(
  client: Deployed['client'],
  source: Source,
  eventName: string,
  fromBlock: bigint,
): Promise<Emitted<T> | undefined> {
  for await (const [first] of pages<T>(client, source, eventName, fromBlock)) {
    if (first) return first;
  }
  return undefined;
}

async function* pages<T>(
  client: Deployed['client'],
  { address, abi }: Source,
  eventName: string,
  fromBlock: bigint,
  lastBlock?: bigint,
): AsyncGenerator<readonly Emitted<T>[]> {
  const last = lastBlock ?? (await client.getBlockNumber({ cacheTime: 0 }));
  for (let from = fromBlock; from <= last; from += BLOCKS_PER_QUERY) {
    const until = from + BLOCKS_PER_QUERY - 1n;
    const toBlock = until < last ? until : last;
    const found: Log[] = await client.getContractEvents({ address, abi, eventName, fromBlock: from, toBlock });
    yield found as unknown as Emitted<T>[];
  }
}
