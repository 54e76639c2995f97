import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

/** A lot with everything that was claimed and found of it. */
export const lotQuery = graphql(`
  query LotTwin($id: ID!) {
    lot(id: $id) {
      number
      lotCode
      units
      ordinal
      startEpoch
      epochs
      closingEpoch
      state
      feeBps
      sealCharge
      charged
      condemned
      unsealed
      unsealedAt
      documentCid
      document { productionDate bestBefore facilityZh facilityEn }
      gradeBps
      reports
      effectiveReports
      orders
      sales
      fees
      offeredAt
      concludedAt
      transactionHash
      producer { id }
      commodity {
        number
        gtin
        standing
        bond
        documentCid
        document { nameZh nameEn brandZh brandEn designation descriptionZh descriptionEn originCountry originRegionZh originRegionEn netContent netContentUnit }
      }
      model { number owner { id } }
      revision { number documentCid document { nameZh nameEn version } }
      claims(orderBy: position) {
        position
        code
        claim
        sealed
        consensus
        gradeBps
        contested
        base
        parameter {
          direction decimals legalMin legalMax tolerance weightBps critical
          text { nameZh nameEn unit }
        }
      }
      round {
        state
        committed
        revealed
        scored
        totalWeight
        effectiveReports
        prize
        paid
        winners
        closed
        finalizedAt
        reports(first: 1000, orderBy: weight, orderDirection: desc) {
          state
          fee
          bond
          values
          evidenceCid
          weight
          accuracy
          quality
          won
          reward
          penalty
          nominated
          committedAt
          revealedAt
          experiencer { number account { id } scored won meanQuality profile { nameZh nameEn } }
        }
      }
    }
  }
`);

export type TwinLot = NonNullable<ResultOf<typeof lotQuery>['lot']>;
export type TwinParameter = TwinLot['claims'][number];
export type TwinReport = TwinLot['round']['reports'][number];

/** Whether a report has lost its bond because a court found other values; who did not reveal has lost a tenth, and has none. */
export function isSlashedReport({ values, penalty }: Pick<TwinReport, 'values' | 'penalty'>): boolean {
  return values != null && BigInt(penalty) > 0n;
}

/** A commodity with the record of its lots. */
export const commodityQuery = graphql(`
  query CommodityTwin($id: ID!) {
    commodity(id: $id) {
      number
      gtin
      standing
      lastGradeBps
      lastReports
      lastEffectiveReports
      lotCount
      trustedLots
      flaggedLots
      unprovenLots
      suspendedLots
      feeBps
      commissionBps
      bond
      retired
      sales
      fees
      orders
      carry
      listedAt
      documentCid
      producer { id }
      model { number latestRevision { number documentCid document { nameZh nameEn } } }
      document { nameZh nameEn brandZh brandEn designation descriptionZh descriptionEn originCountry originRegionZh originRegionEn netContent netContentUnit }
      lots(first: 200, orderBy: ordinal, orderDirection: desc) {
        number
        lotCode
        ordinal
        startEpoch
        epochs
        saleEndEpoch
        closingEpoch
        state
        gradeBps
        reports
        effectiveReports
        units
      }
      findings(first: 1000, orderBy: closingEpoch) {
        code
        position
        claim
        consensus
        gradeBps
        closingEpoch
        lot { number lotCode state }
        parameter { direction decimals legalMin legalMax text { nameZh nameEn unit } }
      }
    }
  }
`);

export type TwinCommodity = NonNullable<ResultOf<typeof commodityQuery>['commodity']>;
export type TwinFinding = TwinCommodity['findings'][number];

/** The lot behind a GS1 Digital Link. */
export const lotByLinkQuery = graphql(`
  query LotByLink($gtin: String!, $lotCode: String!) {
    lots(first: 1, where: { lotCode: $lotCode, commodity_: { gtin: $gtin } }) { number }
  }
`);

/** The commodity behind a GTIN. */
export const commodityByGtinQuery = graphql(`
  query CommodityByGtin($gtin: String!) {
    commodities(first: 1, where: { gtin: $gtin }, orderBy: number, orderDirection: desc) { number }
  }
`);
