import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

/** Every commodity with what a buyer compares; a thousand fit one answer. */
export const marketQuery = graphql(`
  query Market {
    commodities(first: 1000, orderBy: number, where: { retired: false }) {
      number
      gtin
      standing
      lastGradeBps
      lastReports
      lastEffectiveReports
      lotCount
      bond
      orders
      producer { id }
      model { number latestRevision { document { nameZh nameEn } } }
      document { nameZh nameEn brandZh brandEn designation originRegionZh originRegionEn }
      lots(first: 20, orderBy: startEpoch, where: { state: OFFERED }) { number lotCode startEpoch saleEndEpoch }
    }
  }
`);

export type MarketCommodity = ResultOf<typeof marketQuery>['commodities'][number];

/** Totals that say the thing is alive. */
export const totalsQuery = graphql(`
  query Totals {
    protocol(id: "0x00") { commodities lots reports orders sales rewards experiencers }
  }
`);
