import { graphql } from '../../generated/gql.ts';

// What a lot is to its producer.
graphql(/* GraphQL */ `
  fragment ProducerLot on Lot {
    id
    number
    lotCode
    units
    state
    startEpoch
    epochs
    closingEpoch
    unsealed
    sealCharge
    sealedClaims
    gradeBps
    charged
    sales
    fees
    commissions
    orders
  }
`);

/** Everything of one producer. @param producer address in lower case */
export const producerQuery = graphql(/* GraphQL */ `
  query Producer($producer: String!) {
    protocol(id: "0x00") {
      commodityBond
      unsealChargeBps
      expertBps
      experiencerBps
      communeBps
    }
    commodities(where: { producer: $producer }, orderBy: number, orderDirection: desc, first: 200) {
      id
      number
      gtin
      feeBps
      commissionBps
      bond
      pledged
      retired
      standing
      lastGradeBps
      lastReports
      lastEffectiveReports
      lotCount
      lastClosingEpoch
      sales
      fees
      orders
      documentCid
      document {
        nameZh
        nameEn
      }
      model {
        number
        retired
      }
      lots(orderBy: number, orderDirection: desc, first: 100) {
        ...ProducerLot
      }
    }
  }
`);

/** A commodity with what its next lot needs. @param id its number as Bytes */
export const commodityQuery = graphql(/* GraphQL */ `
  query ProducerCommodity($id: ID!) {
    protocol(id: "0x00") {
      commodityBond
      unsealChargeBps
      expertBps
      experiencerBps
      communeBps
    }
    commodity(id: $id) {
      id
      number
      gtin
      feeBps
      commissionBps
      bond
      pledged
      retired
      standing
      lotCount
      lastClosingEpoch
      carry
      sales
      fees
      orders
      documentCid
      producer {
        id
      }
      document {
        nameZh
        nameEn
      }
      model {
        number
        retired
        latestRevision {
          number
          documentCid
          document {
            nameZh
            nameEn
          }
          parameters(orderBy: position) {
            ...ParameterRules
          }
        }
      }
      lots(orderBy: number, orderDirection: desc, first: 100) {
        ...ProducerLot
        claims(orderBy: position) {
          code
          position
          claim
        }
        document {
          facilityZh
          facilityEn
        }
      }
      changes(orderBy: timestamp, orderDirection: desc, first: 50) {
        id
        kind
        feeBps
        commissionBps
        bond
        timestamp
      }
    }
  }
`);

/** Lot whose seal is to be opened, with the revision it was offered under. @param id its number as Bytes */
export const sealedLotQuery = graphql(/* GraphQL */ `
  query SealedLot($id: ID!) {
    lot(id: $id) {
      id
      number
      lotCode
      startEpoch
      epochs
      state
      unsealed
      unsealedAt
      sealCharge
      sealedClaims
      charged
      producer {
        id
      }
      commodity {
        number
        document {
          nameZh
          nameEn
        }
      }
      claims(orderBy: position) {
        position
        claim
        sealed
      }
      revision {
        parameters(orderBy: position) {
          ...ParameterRules
        }
      }
    }
  }
`);

/** Models that a commodity can be listed under. */
export const modelChoicesQuery = graphql(/* GraphQL */ `
  query ModelChoices {
    protocol(id: "0x00") {
      commodityBond
      expertBps
      experiencerBps
      communeBps
    }
    models(where: { retired: false }, first: 1000, orderBy: lotCount, orderDirection: desc) {
      id
      number
      lotCount
      latestRevision {
        number
        document {
          nameZh
          nameEn
          summaryZh
          summaryEn
          standards
        }
        parameters(orderBy: position) {
          code
          sealed
          text {
            nameZh
            nameEn
          }
        }
      }
    }
  }
`);
