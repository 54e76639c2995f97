import type { PublicClient } from 'viem';
import { usePublicClient } from 'wagmi';
import { useAppConfig } from '../config/use-app-config.ts';

/** Reads the commune's chain, whatever network the wallet is on. */
export function useChainClient(): PublicClient {
  const { chain } = useAppConfig();
  const client = usePublicClient({ chainId: chain.id });
  if (!client) throw new Error(`no client for chain ${chain.id}`);
  return client as PublicClient;
}
