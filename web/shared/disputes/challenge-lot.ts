import type { ResultOf } from '@graphql-typed-document-node/core';
import { lowerWeightedMedian } from '../../../protocol/experience/lower-weighted-median.ts';
import { graphql } from '../../generated/gql.ts';

/** What a challenge of a round is written against. */
export const challengeLotQuery = graphql(/* GraphQL */ `
  query ChallengeLot($id: ID!) {
    lot(id: $id) {
      number
      lotCode
      startEpoch
      epochs
      revision {
        parameters(orderBy: position) {
          ...ParameterRules
        }
      }
      claims(orderBy: position) {
        position
        claim
      }
      round {
        state
        talliedConsensus
        reports(first: 1000, where: { values_not: null }) {
          values
          weight
          experiencer {
            account {
              id
            }
          }
        }
        case {
          number
          challenges(first: 20, where: { state: STANDING }, orderBy: bond, orderDirection: desc) {
            id
            bond
            values
            challenger {
              id
            }
          }
        }
      }
    }
  }
`);

export type ChallengeLot = NonNullable<ResultOf<typeof challengeLotQuery>['lot']>;

/**
 * What the reports of a round agree on: what was tallied, else what will be, since all weights are known by then; null without reports
 * of any weight.
 */
export function expectedConsensus({ revision, round }: ChallengeLot): readonly number[] | null {
  if (round.talliedConsensus) return round.talliedConsensus;
  const weighed = round.reports.filter(({ weight }) => BigInt(weight ?? 0) > 0n);
  if (weighed.length === 0) return null;
  return revision.parameters.map((_, i) =>
    lowerWeightedMedian(
      weighed.map(({ values, weight }) => ({ value: values?.[i] ?? 0, weight: BigInt(weight ?? 0) })),
    ),
  );
}
