import { useQuery } from '@tanstack/react-query';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchJson } from '../http/fetch-json.ts';
import type { LocalState } from './local-state.ts';

export const LOCAL_STATE_KEY = ['local', 'state'] as const;
const CALM_MS = 5_000;
const BUSY_MS = 500;

/** State of the local chain's control with the moment it was seen; nothing is asked on other chains. */
export function useLocalState() {
  const { local } = useAppConfig();
  return useQuery({
    queryKey: LOCAL_STATE_KEY,
    enabled: local !== null,
    queryFn: async ({ signal }) => {
      const state = await fetchJson<LocalState>(`${local?.controlUrl}/state`, { signal });
      return { ...state, seenAt: performance.now() };
    },
    refetchInterval: (query) => (query.state.data?.busy ? BUSY_MS : CALM_MS),
    retry: false,
  });
}
