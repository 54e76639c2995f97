import { graphql } from '../../../generated/gql.ts';
import type { DeskLotFragment, DeskReportFragment } from '../../../generated/graphql.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';

graphql(/* GraphQL */ `
  fragment DeskLot on Lot {
    number
    lotCode
    startEpoch
    epochs
    closingEpoch
    commodity {
      number
      gtin
      document {
        nameZh
        nameEn
      }
    }
    round {
      state
      closed
      disputed
      decision
      scoringEpoch
    }
  }
`);

graphql(/* GraphQL */ `
  fragment DeskReport on Report {
    lot {
      ...DeskLot
    }
    state
    commitment
    bond
    reward
    penalty
    won
  }
`);

const REPORTS = graphql(/* GraphQL */ `
  query DeskReports($experiencer: String!) {
    reports(first: 200, orderBy: committedAt, orderDirection: desc, where: { experiencer: $experiencer }) {
      ...DeskReport
    }
  }
`);

const LOTS = graphql(/* GraphQL */ `
  query DeskLots($numbers: [Int!]!) {
    lots(first: 200, where: { number_in: $numbers }) {
      ...DeskLot
    }
  }
`);

export type DeskLot = DeskLotFragment;
export type DeskReport = DeskReportFragment;

/** Newest reports of an experiencer with their lots. */
export function useDeskReports(experiencerId: number) {
  return useSubgraph(
    REPORTS,
    { experiencer: entityId(experiencerId) },
    { enabled: experiencerId > 0, select: ({ reports }) => reports },
  );
}

/** Lots by number. */
export function useDeskLots(numbers: readonly number[]) {
  return useSubgraph(
    LOTS,
    { numbers: [...numbers] },
    { enabled: numbers.length > 0, keepPrevious: true, select: ({ lots }) => lots },
  );
}
