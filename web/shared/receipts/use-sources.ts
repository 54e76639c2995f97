import { graphql } from '../../generated/gql.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { entityId } from '../subgraph/entity-id.ts';
import { useSubgraph } from '../subgraph/use-subgraph.ts';

const SOURCES = graphql(/* GraphQL */ `
  query PlatformSources($id: ID!) {
    platform(id: $id) {
      endpoint
      mirrors
    }
  }
`);

/** Where a platform's proofs are asked for: its service, then its mirrors. This page's own platform is asked where this page does. */
export function useSources(platformId: number) {
  const { platformId: own, relayUrl } = useAppConfig();
  return useSubgraph(
    SOURCES,
    { id: entityId(platformId) },
    {
      select: ({ platform }) => {
        const endpoint = platformId === own ? [relayUrl] : platform ? [platform.endpoint] : [];
        return [...endpoint, ...(platform?.mirrors ?? [])].map((url) => url.replace(/\/+$/, ''));
      },
    },
  );
}
