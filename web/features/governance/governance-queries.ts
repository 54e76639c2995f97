import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

graphql(/* GraphQL */ `
  fragment ProposalSummary on Proposal {
    id
    number
    proposalId
    proposer {
      id
    }
    decisionClass
    stage
    description
    voteStart
    voteEnd
    originalEnd
    extended
    forVotes
    againstVotes
    abstainVotes
    voters
    passing
    electorate
    floor
    eta
  }
`);

graphql(/* GraphQL */ `
  fragment GovernanceRules on Governance {
    leastTurnout
    turnoutFloorBps
    thresholdBps
    lateFlipExtension
    timelockDelay
    guardian
    guardianUntil
    guardianResigned
  }
`);

/** All proposals, the newest first, and the rules. */
export const proposalsQuery = graphql(/* GraphQL */ `
  query Proposals {
    governance(id: "0x00") {
      ...GovernanceRules
    }
    classTimings(first: 3, orderBy: id) {
      decisionClass
      votingDelay
      votingPeriod
    }
    proposals(first: 500, orderBy: number, orderDirection: desc) {
      ...ProposalSummary
    }
  }
`);

/** The rules alone, for who proposes. */
export const rulesQuery = graphql(/* GraphQL */ `
  query GovernanceRulesOfNow {
    governance(id: "0x00") {
      ...GovernanceRules
    }
    classTimings(first: 3, orderBy: id) {
      decisionClass
      votingDelay
      votingPeriod
    }
  }
`);

/** One proposal, by its number or its id. */
export const proposalQuery = graphql(/* GraphQL */ `
  query ProposalPage($where: Proposal_filter!) {
    proposals(first: 1, where: $where) {
      ...ProposalSummary
      descriptionHash
      createdAt
      queuedAt
      executedAt
      transactionHash
      calls(first: 1000, orderBy: index) {
        index
        target
        value
        calldata
      }
      votes(first: 1000, orderBy: weight, orderDirection: desc) {
        id
        account {
          id
        }
        support
        weight
        reason
        timestamp
      }
      changes(first: 100, orderBy: timestamp) {
        id
        kind
        until
        sender
        timestamp
        transactionHash
      }
    }
  }
`);

/** Parameters that a transaction changed. */
export const changesQuery = graphql(/* GraphQL */ `
  query ExecutedChanges($hash: Bytes!) {
    parameterChanges(first: 100, where: { transactionHash: $hash }) {
      contract
      name
      previous
      scope
    }
  }
`);

export type ProposalDetails = ResultOf<typeof proposalQuery>['proposals'][number];
export type ProposalSummary = ResultOf<typeof proposalsQuery>['proposals'][number];
export type ClassTimings = ResultOf<typeof rulesQuery>['classTimings'];
