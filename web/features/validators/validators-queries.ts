import { graphql } from '../../generated/gql.ts';

graphql(/* GraphQL */ `
  fragment CandidateStanding on Candidate {
    ...CandidateFacts
    running
    commissionBps
    selfBond
    fromElection
    runningBefore
    commissionBpsBefore
    selfBondBefore
    leaving
    releaseEpoch
    backers
    backing
    slashCount
    slashed
    juryDutyCount
    coherentVotes
    incoherentVotes
    silentVotes
  }
`);

graphql(/* GraphQL */ `
  fragment ElectionResult on Election {
    term
    winners
    leastSupport
    support
    squares
    weight
    voterCount
    solutionCount
    solvedAt
    best {
      submitter {
        id
      }
    }
    seats(first: 32, orderBy: index) {
      index
      commissionBps
      support
      weight
      candidate {
        ...CandidateFacts
      }
      allocations(first: 40, orderBy: amount, orderDirection: desc) {
        amount
        voter {
          number
          account {
            id
          }
        }
      }
    }
  }
`);

/** Candidates, the latest two elections (the queued one and that of the seats) and what terms earned. */
export const validatorsQuery = graphql(/* GraphQL */ `
  query Validators {
    protocol(id: "0x00") {
      electionSeats
      minSelfBond
      minPower
      rulesFromElection
      electionSeatsBefore
      minSelfBondBefore
      minPowerBefore
      voters
      listedVoters
      stake
      selfBonds
      validatorRewards
      validatorRewardsPaid
    }
    candidates(first: 1000, orderBy: number) {
      ...CandidateStanding
    }
    elections(first: 2, orderBy: term, orderDirection: desc) {
      ...ElectionResult
    }
    termRewards_collection(first: 12, orderBy: term, orderDirection: desc) {
      term
      amount
      paid
      seats(first: 32, orderBy: index) {
        index
        reward
        commission
        commissionPaid
        slashed
        candidate {
          number
        }
      }
    }
    seatSlashes(first: 50, orderBy: timestamp, orderDirection: desc) {
      id
      term
      asked
      taken
      timestamp
      candidate {
        ...CandidateFacts
      }
      jurorSeat {
        coherence
        dispute {
          number
          case {
            number
          }
        }
      }
    }
  }
`);

/** What an account is as a voter and as a candidate. @param id its address, in lower case */
export const ownStakeQuery = graphql(/* GraphQL */ `
  query OwnStake($id: ID!) {
    account(id: $id) {
      candidate {
        ...CandidateStanding
        seatRewards(first: 100, orderBy: term, orderDirection: desc) {
          term
          index
          commission
          commissionPaid
        }
      }
      voter {
        number
        stake
        listed
        targets
        fromElection
        stakeBefore
        targetsBefore
        leaving
        releaseEpoch
        allocations(first: 1000, orderBy: index) {
          index
          amount
          election {
            term
          }
          seat {
            candidate {
              ...CandidateFacts
            }
          }
        }
        claims(first: 1000, where: { kind: VOTER }) {
          term
          amount
        }
      }
    }
  }
`);

/** Rewards of terms that are closed, with the seats of their elections. */
export const closedTermsQuery = graphql(/* GraphQL */ `
  query ClosedTerms {
    termRewards_collection(first: 100, orderBy: term, orderDirection: desc, where: { election_not: null }) {
      term
      election {
        term
        seats(first: 32, orderBy: index) {
          index
          commissionBps
          support
          weight
          candidate {
            number
          }
        }
      }
      seats(first: 32, orderBy: index) {
        index
        reward
      }
    }
  }
`);

/** Solutions of elections as they stand on chain, to prove a voter's part. */
export const solutionsQuery = graphql(/* GraphQL */ `
  query Solutions($terms: [Int!]!) {
    elections(first: 100, where: { term_in: $terms }) {
      term
      voterRoot
      best {
        pages {
          page
          winners
          voters
          edges
          stakes
        }
      }
    }
  }
`);

/** One candidate with everything that is known of him. @param id number as Bytes */
export const validatorQuery = graphql(/* GraphQL */ `
  query ValidatorPage($id: ID!) {
    protocol(id: "0x00") {
      electionSeats
      minSelfBond
      minPower
      rulesFromElection
      electionSeatsBefore
      minSelfBondBefore
      minPowerBefore
    }
    candidate(id: $id) {
      ...CandidateStanding
      commissions
      registeredAt
      nominations(first: 200, orderBy: stake, orderDirection: desc) {
        stake
        listed
        voter {
          number
          account {
            id
          }
        }
      }
      seats(first: 20, orderBy: term, orderDirection: desc) {
        term
        commissionBps
        support
        weight
        election {
          weight
        }
        allocations(first: 200, orderBy: amount, orderDirection: desc) {
          amount
          voter {
            number
            account {
              id
            }
          }
        }
      }
      seatRewards(first: 60, orderBy: term, orderDirection: desc) {
        id
        term
        reward
        commission
        slashed
      }
      juryDuties(first: 60, orderBy: drawnAt, orderDirection: desc) {
        id
        coherence
        penalty
        coins
        tokens
        drawnAt
        choice
        round {
          index
        }
        dispute {
          number
          case {
            number
          }
        }
      }
      changes(first: 60, orderBy: timestamp, orderDirection: desc) {
        id
        kind
        amount
        running
        commissionBps
        selfBond
        fromElection
        timestamp
      }
    }
  }
`);
