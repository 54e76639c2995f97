import type { Catalogue } from '../../../../relay/api/catalogue.ts';
import { useRelayQuery } from '../../../shared/relay/use-relay-query.ts';

/** Listings of the platform by lot; undefined while it is asked or does not answer. Lots without a price are not in it. */
export function useListings(commodityNumber?: number) {
  const filter = commodityNumber === undefined ? '' : `&commodityId=${commodityNumber}`;
  const { data } = useRelayQuery<Catalogue>(`/catalogue?limit=200${filter}`);
  return (
    data &&
    new Map(data.listings.filter(({ unitPrice }) => unitPrice !== '0').map((listing) => [listing.lotId, listing]))
  );
}
