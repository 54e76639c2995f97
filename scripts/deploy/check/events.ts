import type { Abi, Address, Log } from 'viem';

import type { Deployed } from './deployed.ts';

/** Nodes of public chains give logs of so many blocks at a time. */
const BLOCKS_PER_QUERY = 5_000n;

interface Source {
  readonly address: Address;
  readonly abi: Abi;
}

/** Every event of a name that a contract emitted since a block, the oldest first. */
export async function eventsOf<T>(
  client: Deployed['client'],
  { address, abi }: Source,
  eventName: string,
  fromBlock: bigint,
): Promise<T[]> {
  const latest = await client.getBlockNumber({ cacheTime: 0 });
  const found: Log[] = [];
  for (let from = fromBlock; from <= latest; from += BLOCKS_PER_QUERY) {
    const until = from + BLOCKS_PER_QUERY - 1n;
    const toBlock = until < latest ? until : latest;
    found.push(...(await client.getContractEvents({ address, abi, eventName, fromBlock: from, toBlock })));
  }
  return found.map((log) => (log as unknown as { args: T }).args);
}
