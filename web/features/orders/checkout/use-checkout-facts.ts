import { graphql } from '../../../generated/gql.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';

const CHECKOUT = graphql(/* GraphQL */ `
  query Checkout($lot: ID!) {
    lot(id: $lot) {
      number
      producer {
        id
      }
      model {
        owner {
          id
        }
      }
    }
    protocol(id: "0x00") {
      expertBps
      experiencerBps
      communeBps
      kappaBps
    }
  }
`);

/** Who may not report on a lot, and the governed shares of its fees. */
export function useCheckoutFacts(lotId: number) {
  return useSubgraph(
    CHECKOUT,
    { lot: entityId(lotId) },
    {
      select: ({ lot, protocol }) => ({
        excluded: lot ? [lot.producer.id, lot.model.owner.id] : [],
        rates: protocol,
      }),
    },
  );
}
