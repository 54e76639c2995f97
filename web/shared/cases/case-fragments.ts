import { graphql } from '../../generated/gql.ts';

// Open and closed cases, for queries of any feature.
graphql(/* GraphQL */ `
  fragment ChallengeCase on ReceiptChallenge {
    id
    platform {
      number
    }
    epoch {
      number
    }
    orderId
    lotNumber
    quantity
    sales
    fee
    commission
    recommenderNumber
    nomineeNumber
    buyerCommitment
    challenger {
      id
    }
    pledge
    openedAt
    deadline
    state
    closedAt
  }
`);

graphql(/* GraphQL */ `
  fragment DemandCase on Demand {
    id
    leafId
    platform {
      number
    }
    epoch {
      number
    }
    kind
    lotNumber
    payeeNumber
    challenger {
      id
    }
    pledge
    openedAt
    deadline
    state
    absent
    late
    closedAt
  }
`);
