import { useQuery } from '@tanstack/react-query';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import type { ActionKind } from './action-kinds.ts';
import { currentValues } from './current-values.ts';

/** What an action would change, as it is now. @param keys values of its first fields; undefined: not known yet */
export function useCurrentValues(action: ActionKind | undefined, keys: readonly bigint[] | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'current-values', action?.id, keys?.join()],
    enabled: action !== undefined && keys !== undefined,
    queryFn: () => currentValues(client, contracts, (action as ActionKind).id, keys ?? []),
  });
}
