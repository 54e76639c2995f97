import { graphql } from '../../generated/gql.ts';

/** Where the visitor's cycle is. Ids are addresses in lower case. */
export const tourQuery = graphql(/* GraphQL */ `
  query Tour($producer: String!, $visitor: ID!, $firstLot: Int!) {
    protocol(id: "0x00") {
      lots
    }
    commodities(where: { producer: $producer, retired: false }, orderBy: number, first: 1) {
      number
    }
    account(id: $visitor) {
      experiencer {
        number
        reports(where: { lot_: { number_gte: $firstLot } }, first: 100) {
          state
          lot {
            number
          }
        }
      }
    }
    lots(where: { producer: $producer, number_gte: $firstLot }, orderBy: number, first: 50) {
      number
      lotCode
      startEpoch
      epochs
      unsealed
      state
      commodity {
        number
      }
      round {
        state
        closed
      }
    }
  }
`);

/** How many lots there are before a tour begins. */
export const lotCountQuery = graphql(/* GraphQL */ `
  query LotCount {
    protocol(id: "0x00") {
      lots
    }
  }
`);
