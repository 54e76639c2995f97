import { graphql } from '../../generated/gql.ts';

/** Directory: every model with the texts of its newest revision. */
export const modelsQuery = graphql(/* GraphQL */ `
  query Models($first: Int!, $skip: Int!) {
    models(first: $first, skip: $skip, orderBy: lotCount, orderDirection: desc) {
      id
      number
      retired
      lotCount
      earned
      owner {
        id
      }
      latestRevision {
        number
        documentCid
        parameterCount
        document {
          nameZh
          nameEn
          summaryZh
          summaryEn
          categoryCode
          standards
        }
        parameters(orderBy: position) {
          code
          text {
            nameZh
            nameEn
          }
        }
      }
    }
  }
`);

/** Public page: one model with all that is known of it. `id` and `model` are its number as Bytes. */
export const modelQuery = graphql(/* GraphQL */ `
  query Model($id: ID!, $model: String!) {
    protocol(id: "0x00") {
      modelBond
      expertBps
    }
    model(id: $id) {
      id
      number
      retired
      bond
      bondWithdrawn
      bondFreeFrom
      commodityCount
      lotCount
      earned
      publishedAt
      owner {
        id
      }
      expert {
        id
      }
      latestRevision {
        number
      }
      revisions(orderBy: number, orderDirection: desc, first: 100) {
        id
        number
        documentCid
        documentDigest
        timestamp
        document {
          nameZh
          nameEn
          summaryZh
          summaryEn
          version
          categoryCode
          categoryScheme
          standards
        }
        parameters(orderBy: position) {
          ...ParameterRules
          text {
            methodStandard
            methodClauseZh
            methodClauseEn
          }
        }
      }
    }
    lots(where: { model: $model }, orderBy: number, orderDirection: desc, first: 50) {
      id
      number
      lotCode
      state
      gradeBps
      reports
      effectiveReports
      revision {
        number
      }
      commodity {
        id
        number
        document {
          nameZh
          nameEn
        }
      }
    }
    lotOpenings(where: { lot_: { model: $model } }, orderBy: timestamp, orderDirection: desc, first: 50) {
      id
      expertShare
      fees
      orders
      timestamp
      lot {
        number
        lotCode
      }
      statement {
        epoch {
          number
        }
      }
    }
  }
`);

/** What publishing costs. */
export const modelBondQuery = graphql(/* GraphQL */ `
  query ModelBond {
    protocol(id: "0x00") {
      modelBond
      expertBps
    }
  }
`);
