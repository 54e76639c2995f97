import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAppConfig } from '../config/use-app-config.ts';
import { relayRequest } from './relay-client.ts';
import { useSession } from './use-session.ts';

interface Options<T, Selected> {
  enabled?: boolean;
  /** Needs a session: not asked before the user has signed in. */
  session?: boolean;
  select?: (answer: T) => Selected;
  keepPrevious?: boolean;
  /** Milliseconds, for what changes without us; perhaps by what was answered last. */
  refetchInterval?: number | false | ((answer: T | undefined) => number | false);
}

/** A GET of the relay: `useRelayQuery<Catalogue>('/catalogue?sellable=true')`. */
export function useRelayQuery<T, Selected = T>(
  path: string,
  { enabled = true, session = false, select, keepPrevious = false, refetchInterval = false }: Options<T, Selected> = {},
) {
  const { relayUrl } = useAppConfig();
  const { token, request } = useSession();
  return useQuery({
    queryKey: ['relay', path, session ? (token ?? null) : null],
    queryFn: ({ signal }) => (session ? request<T>(path, { signal }) : relayRequest<T>(relayUrl, path, { signal })),
    enabled: enabled && (!session || token !== undefined),
    refetchInterval:
      typeof refetchInterval === 'function' ? ({ state }) => refetchInterval(state.data) : refetchInterval,
    ...(select && { select }),
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}
