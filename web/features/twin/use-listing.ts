import type { Catalogue, Listing } from '../../../relay/api/catalogue.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';

/** What the platform sells of a commodity now, cheapest first; undefined while or when it does not say. */
export function useListings(commodityId: number): readonly Listing[] | undefined {
  const { data } = useRelayQuery<Catalogue>(`/catalogue?commodityId=${commodityId}&sellable=true`);
  return data?.listings.filter(({ sellable, available }) => sellable && available > 0);
}

/** The platform's offer of one lot; undefined: none that can be bought. */
export function useListing(lotId: number): Listing | undefined {
  const { data } = useRelayQuery<Listing>(`/catalogue/${lotId}`);
  return data?.sellable && data.available > 0 ? data : undefined;
}
