import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../../relay/api/health.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchJson } from '../http/fetch-json.ts';

const INTERVAL_MS = 15_000;

/** Whether the relay lives; asked now and then. */
export function useRelayHealth() {
  const { relayUrl } = useAppConfig();
  return useQuery({
    queryKey: ['relay-health'],
    queryFn: ({ signal }) => fetchJson<Health>(`${relayUrl}/health`, { signal }),
    refetchInterval: INTERVAL_MS,
    retry: 1,
  });
}
