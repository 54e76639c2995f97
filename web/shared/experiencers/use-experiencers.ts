import { graphql } from '../../generated/gql.ts';
import type { ExperiencersQuery } from '../../generated/graphql.ts';
import { useSubgraph } from '../subgraph/use-subgraph.ts';
import type { TrackRecord } from './track-record.ts';

const EXPERIENCERS = graphql(/* GraphQL */ `
  query Experiencers {
    experiencers(first: 1000, orderBy: meanQuality, orderDirection: desc) {
      number
      account {
        id
      }
      profile {
        nameZh
        nameEn
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
      reports(first: 1, orderBy: closingEpoch, orderDirection: desc) {
        closingEpoch
      }
    }
  }
`);

/** An experiencer as the index has him. */
export type IndexedExperiencer = ExperiencersQuery['experiencers'][number];

export function toTrackRecord(found: IndexedExperiencer): TrackRecord {
  const { profile } = found;
  return {
    id: found.number,
    account: found.account.id as TrackRecord['account'],
    name: profile ? { 'zh-Hans': profile.nameZh, en: profile.nameEn } : null,
    committed: found.committed,
    revealed: found.revealed,
    scored: found.scored,
    won: found.won,
    qualitySum: Number(found.qualitySum),
    accuracySum: Number(found.accuracySum),
    nominatedFees: BigInt(found.nominatedFees),
    nominatedOrders: Number(found.nominatedOrders),
    rewards: BigInt(found.rewards),
    penalties: BigInt(found.penalties),
    registeredAt: Number(found.registeredAt),
    lastClosingEpoch: found.reports[0]?.closingEpoch ?? null,
  };
}

const select = ({ experiencers }: ExperiencersQuery) => experiencers.map(toTrackRecord);

/** The track records of the thousand best experiencers by mean quality. */
export function useExperiencers() {
  return useSubgraph(EXPERIENCERS, {}, { select });
}
