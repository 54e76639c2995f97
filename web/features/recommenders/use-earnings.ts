import { graphql } from '../../generated/gql.ts';
import type { RecommenderEarningsQuery } from '../../generated/graphql.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';

const EARNINGS = graphql(/* GraphQL */ `
  query RecommenderEarnings($id: ID!) {
    recommender(id: $id) {
      number
      orders
      sales
      commissions
      offeredTo {
        id
      }
      payout {
        id
        settlementCredit
      }
      openings(first: 50, orderBy: timestamp, orderDirection: desc) {
        id
        orders
        sales
        commissions
        payout {
          id
        }
        statement {
          id
          epoch {
            number
          }
        }
      }
    }
    statements(first: 100, orderBy: timestamp, orderDirection: desc, where: { commissions_gt: "0" }) {
      id
      platform {
        number
        operator {
          id
        }
      }
      epoch {
        number
      }
      timestamp
    }
  }
`);

export type Earnings = NonNullable<RecommenderEarningsQuery['recommender']> &
  Pick<RecommenderEarningsQuery, 'statements'>;

/** What a recommender was credited with on chain. */
export function useEarnings(recommenderId: number) {
  return useSubgraph(
    EARNINGS,
    { id: entityId(recommenderId) },
    { select: ({ recommender, statements }) => recommender && { ...recommender, statements } },
  );
}
