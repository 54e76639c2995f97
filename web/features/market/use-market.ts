import { useMemo } from 'react';
import type { Catalogue } from '../../../relay/api/catalogue.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { marketItems } from './market-item.ts';
import { marketQuery } from './market-query.ts';

/** Everything in the market. Without the relay there are no prices, but the rest is there. */
export function useMarket() {
  const commodities = useSubgraph(marketQuery, {});
  const catalogue = useRelayQuery<Catalogue>('/catalogue?limit=200&sellable=true');
  const items = useMemo(
    () => commodities.data && marketItems(commodities.data.commodities, catalogue.data?.listings ?? []),
    [commodities.data, catalogue.data],
  );
  return {
    query: { data: items, error: commodities.error, isPending: commodities.isPending, refetch: commodities.refetch },
    hasPrices: catalogue.data !== undefined,
  };
}
