import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

/** All cases, the latest first. */
export const casesQuery = graphql(/* GraphQL */ `
  query Cases {
    cases(first: 200, orderBy: number, orderDirection: desc) {
      ...CaseSummary
    }
    courts(first: 1) {
      disputeCount
      parameters {
        feePerJuror
        lockPerSeat
        incoherentBps
        silentBps
        appealBondBps
      }
    }
    protocol(id: "0x00") {
      bounties
      charges
      slashedReportBonds
      openDisputeCases
    }
  }
`);

graphql(/* GraphQL */ `
  fragment JurorOnSeat on JurorSeat {
    id
    seat
    state
    commitment
    choice
    coherence
    penalty
    coins
    tokens
    account {
      id
    }
    candidate {
      ...CandidateFacts
    }
  }
`);

graphql(/* GraphQL */ `
  fragment DisputeParts on CourtDispute {
    ...DisputeProgress
    arbitrable
    parameters {
      feePerJuror
      lockPerSeat
      incoherentBps
      silentBps
      appealBondBps
    }
    rounds(first: 3, orderBy: index) {
      index
      stage
      term
      jurySize
      size
      fees
      committed
      revealed
      drawnAt
      commitEndsAt
      revealEndsAt
      appealEndsAt
      ruling
      tied
      settled
      coherent
      coins
      tokens
      appeal {
        payer {
          id
        }
        fees
        bond
        outcome
        appealedRuling
        timestamp
      }
      seats(first: 15, orderBy: seat) {
        ...JurorOnSeat
      }
    }
  }
`);

/** Juries on which an account sits or sat, the latest first. */
export const dutiesQuery = graphql(/* GraphQL */ `
  query JuryDuties($account: String!) {
    jurorSeats(first: 100, where: { account: $account }, orderBy: drawnAt, orderDirection: desc) {
      ...JurorOnSeat
      drawnAt
      round {
        index
      }
      dispute {
        ...DisputeParts
        case {
          ...CaseSummary
        }
      }
    }
  }
`);

/** One case with everything that was said, voted and paid. @param id number as Bytes */
export const caseQuery = graphql(/* GraphQL */ `
  query CasePage($id: ID!) {
    case(id: $id) {
      ...CaseSummary
      cost
      charged
      bounty
      slashedReportCount
      slashed
      referredAt
      producer {
        id
      }
      expert {
        id
      }
      winner {
        id
      }
      metaEvidence {
        cid
      }
      evidence(first: 200, orderBy: ordinal) {
        id
        ordinal
        cid
        timestamp
        party {
          id
        }
      }
      challenges(first: 40, orderBy: ordinal) {
        id
        ordinal
        choice
        values
        bond
        fee
        state
        timestamp
        challenger {
          id
        }
      }
      slashedReports(first: 100, orderBy: bond, orderDirection: desc) {
        id
        bond
        penalty
        bounty
        values
        experiencer {
          number
          account {
            id
          }
          profile {
            nameZh
            nameEn
          }
        }
      }
      round {
        consensus
        talliedConsensus
        disputed
        decision
      }
      lot {
        state
        revision {
          parameters(orderBy: position) {
            ...ParameterRules
          }
        }
        claims(orderBy: position) {
          position
          claim
        }
      }
      dispute {
        ...DisputeParts
      }
    }
  }
`);

export type CaseDetails = NonNullable<ResultOf<typeof caseQuery>['case']>;
export type DisputeParts = NonNullable<CaseDetails['dispute']>;
export type CourtRoundParts = DisputeParts['rounds'][number];
export type Duty = ResultOf<typeof dutiesQuery>['jurorSeats'][number];
