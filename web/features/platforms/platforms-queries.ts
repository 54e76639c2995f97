import { graphql } from '../../generated/gql.ts';

graphql(/* GraphQL */ `
  fragment PlatformStanding on Platform {
    number
    operator {
      id
    }
    endpoint
    suspended
    bond
    leaving
    leaveEpoch
    openCases
    receiptChallengeCount
    demandCount
    slashCount
    equivocations(first: 1000) {
      id
    }
    statementCount
    orders
  }
`);

/** All platforms. */
export const platformsQuery = graphql(/* GraphQL */ `
  query Platforms {
    platforms(first: 1000, orderBy: number) {
      ...PlatformStanding
    }
  }
`);

/** One platform with its cases and what became of its bond. @param id its number as Bytes */
export const platformQuery = graphql(/* GraphQL */ `
  query PlatformPage($id: ID!) {
    platform(id: $id) {
      ...PlatformStanding
      admittedAt
      suspensions: changes(first: 1, where: { kind: SUSPENDED }, orderBy: timestamp, orderDirection: desc) {
        timestamp
      }
      mirrors
      pendingOperator {
        id
      }
      signerKeys(first: 100, orderBy: fromEpoch, orderDirection: desc) {
        id
        signer
        fromEpoch
      }
      auditAccrued
      challengePledgesWon
      demandPledgesWon
      statements(first: 60, orderBy: timestamp, orderDirection: desc) {
        id
        epoch {
          number
        }
        orders
        sales
        opensAt
        swept
        timestamp
        openChallenges
        openDemands
      }
      receiptChallenges(first: 200, orderBy: openedAt, orderDirection: desc) {
        ...ChallengeCase
      }
      demands(first: 200, orderBy: openedAt, orderDirection: desc) {
        ...DemandCase
      }
      slashes(first: 200, orderBy: timestamp, orderDirection: desc) {
        id
        kind
        challenger {
          id
        }
        amount
        compensation
        reward
        audit
        timestamp
      }
      bondChanges(first: 200, orderBy: timestamp, orderDirection: desc) {
        id
        kind
        amount
        bond
        leaveEpoch
        account {
          id
        }
        timestamp
      }
    }
  }
`);
