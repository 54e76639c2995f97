import { graphql } from '../../../generated/gql.ts';
import type { ExperiencerRecordQuery } from '../../../generated/graphql.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';

const RECORD = graphql(/* GraphQL */ `
  query ExperiencerRecord($id: ID!) {
    experiencer(id: $id) {
      number
      account {
        id
      }
      profile {
        nameZh
        nameEn
        aboutZh
        aboutEn
      }
      registeredAt
      committed
      revealed
      scored
      won
      qualitySum
      accuracySum
      nominatedFees
      nominatedOrders
      rewards
      penalties
      rawPower
      reports(first: 200, orderBy: committedAt, orderDirection: desc) {
        id
        state
        closingEpoch
        bond
        accuracy
        quality
        weight
        won
        reward
        penalty
        committedAt
        lot {
          number
          lotCode
          producer {
            id
          }
          round {
            closed
          }
          commodity {
            document {
              nameZh
              nameEn
            }
          }
        }
      }
      nominations(first: 100, orderBy: fees, orderDirection: desc) {
        id
        fees
        orders
        lot {
          number
          lotCode
          commodity {
            document {
              nameZh
              nameEn
            }
          }
        }
      }
      powerSeries(first: 300, orderBy: effectiveAt) {
        raw
        earned
        epoch {
          number
        }
      }
    }
  }
`);

export type FoundRecord = NonNullable<ExperiencerRecordQuery['experiencer']>;
export type RecordReport = FoundRecord['reports'][number];

/** The whole public record of an experiencer. */
export function useRecord(id: number, enabled: boolean) {
  return useSubgraph(RECORD, { id: entityId(id) }, { enabled });
}
