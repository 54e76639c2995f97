import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

/** Everything about an account. @param id its address, in lower case */
export const accountQuery = graphql(/* GraphQL */ `
  query AccountPage($id: ID!) {
    account(id: $id) {
      mined
      validatorRewards
      expertEarned
      commissionsEarned
      bountiesEarned
      models(first: 200) {
        number
        bond
        bondWithdrawn
      }
      commodities(first: 200) {
        number
        bond
      }
      experiencer {
        number
        bonded
        rewards
        rawPower
        powerSeries(first: 300, orderBy: effectiveAt) {
          raw
          epoch {
            number
          }
        }
        reports(first: 200, orderBy: committedAt, orderDirection: desc, where: { won: true, nominated_gt: 0 }) {
          lot {
            number
            lotCode
            round {
              closed
              scoringEpoch
            }
          }
        }
      }
      recommender {
        number
      }
      platforms(first: 20) {
        number
        suspended
        bond
        leaving
      }
      candidate {
        number
        running
        selfBond
        leaving
        locked
        juryDutyCount
        openJuryDuties
      }
      voter {
        number
        stake
        leaving
      }
      challenges(first: 100, where: { state: STANDING }) {
        id
        bond
      }
      memberships(first: 6) {
        tokenId
        kind
        expiresAt
        cancelled
        paid
      }
      votes(first: 100, orderBy: timestamp, orderDirection: desc) {
        id
        support
        weight
        reason
        timestamp
        proposal {
          number
          description
        }
      }
      proposals(first: 50, orderBy: number, orderDirection: desc) {
        number
        description
        createdAt
      }
      miningClaims(first: 200, orderBy: timestamp, orderDirection: desc) {
        id
        amount
        timestamp
        round {
          lot {
            number
          }
        }
      }
    }
    emission(id: "0x00") {
      firstEpoch
    }
    membershipPrices(first: 6) {
      kind
      before
      price
      effectiveAt
    }
  }
`);

/** Rounds that are registered as mining. @param ids of their lots */
export const minedRoundsQuery = graphql(/* GraphQL */ `
  query MinedRounds($ids: [Bytes!]!) {
    minedRounds(first: 200, where: { id_in: $ids }) {
      lot {
        number
      }
    }
  }
`);

export type AccountData = ResultOf<typeof accountQuery>;
export type AccountDetails = NonNullable<AccountData['account']>;
