import { useQuery } from '@tanstack/react-query';
import { useAppConfig } from '../config/use-app-config.ts';
import { useChainClient } from './use-chain-client.ts';

export interface Head {
  readonly number: bigint;
  /** Unix seconds. */
  readonly timestamp: number;
  /** `performance.now()` when it was seen, in milliseconds. */
  readonly seenAt: number;
}

/** Blocks of a local chain come when something happens, those of others every few seconds. */
const LOCAL_INTERVAL_MS = 2_000;
const PUBLIC_INTERVAL_MS = 6_000;

export const HEAD_KEY = ['chain', 'head'] as const;

/** The chain's latest block, watched. */
export function useHead() {
  const client = useChainClient();
  const { local } = useAppConfig();
  return useQuery({
    queryKey: HEAD_KEY,
    queryFn: async (): Promise<Head> => {
      const { number, timestamp } = await client.getBlock({ blockTag: 'latest' });
      return { number, timestamp: Number(timestamp), seenAt: performance.now() };
    },
    refetchInterval: local ? LOCAL_INTERVAL_MS : PUBLIC_INTERVAL_MS,
    // The same block seen again must not set the clock back.
    structuralSharing: (before, now) => {
      const [old, fresh] = [before as Head | undefined, now as Head];
      return old?.number === fresh.number && old.timestamp === fresh.timestamp ? old : fresh;
    },
  });
}
