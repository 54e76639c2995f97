import { useMemo } from 'react';
import type { Client, PublicClient } from 'viem';
import { getBalance, getBlock, readContract } from 'viem/actions';
import { useClient } from 'wagmi';
import { useAppConfig } from '../config/use-app-config.ts';

/** What pages ask a chain. Other actions: `import { action } from 'viem/actions'` and hand them the client. */
export type ChainClient = Client & Reads;

type Reads = Pick<PublicClient, 'getBalance' | 'getBlock' | 'readContract'>;

/** Reads the commune's chain, whatever network the wallet is on. (viem's public client would bring 40 KB of actions nobody calls.) */
export function useChainClient(): ChainClient {
  const { chain } = useAppConfig();
  const client = useClient({ chainId: chain.id }) as Client | undefined;
  if (!client) throw new Error(`no client for chain ${chain.id}`);
  return useMemo(() => withReads(client), [client]);
}

function withReads(client: Client): ChainClient {
  const reads = {
    getBalance: (args: never) => getBalance(client, args),
    getBlock: (args: never) => getBlock(client, args),
    readContract: (args: never) => readContract(client, args),
  };
  return client.extend(() => reads as unknown as Reads);
}
