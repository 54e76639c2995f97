import { useQuery } from '@tanstack/react-query';
import { useHead } from '../chain/use-head.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchIndexedBlock } from './fetch-indexed-block.ts';

const INTERVAL_MS = 4_000;
/** Blocks of delay that nobody needs to know of. */
const TOLERATED = { local: 12, public: 6 };

/** How far the index is behind the chain. */
export function useIndexState() {
  const { subgraphUrl, local } = useAppConfig();
  const head = useHead().data;
  const { data, error } = useQuery({
    queryKey: ['index-state'],
    queryFn: ({ signal }) => fetchIndexedBlock(subgraphUrl, signal),
    refetchInterval: INTERVAL_MS,
    retry: false,
  });
  const behind = head && data ? Math.max(0, Number(head.number) - data.number) : 0;
  return {
    isDown: error !== null,
    hasErrors: data?.hasIndexingErrors ?? false,
    behind,
    isLagging: behind > (local ? TOLERATED.local : TOLERATED.public),
  };
}
