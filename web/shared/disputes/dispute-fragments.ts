import { graphql } from '../../generated/gql.ts';

// A case as lists show it, with everything that its phase follows from.
graphql(/* GraphQL */ `
  fragment CaseSummary on Case {
    number
    kind
    state
    ground
    choices
    ruling
    lapsed
    moot
    deadline
    openedAt
    ruledAt
    closedAt
    challengeCount
    evidenceCount
    lot {
      number
      lotCode
      startEpoch
      epochs
      closingEpoch
      commodity {
        number
        document {
          nameZh
          nameEn
        }
      }
    }
    model {
      number
      latestRevision {
        document {
          nameZh
          nameEn
        }
      }
    }
    dispute {
      ...DisputeProgress
    }
  }
`);

graphql(/* GraphQL */ `
  fragment DisputeProgress on CourtDispute {
    number
    choices
    openedAt
    evidenceEndsAt
    currentRuling
    ruling
    executed
    roundCount
    latestRound {
      index
      stage
      size
      committed
      revealed
      seedBlock
      drawnAt
      commitEndsAt
      revealEndsAt
      appealEndsAt
      tied
    }
  }
`);
