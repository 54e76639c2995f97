import { graphql } from '../../generated/gql.ts';

// Who a candidate is, for queries of any feature.
graphql(/* GraphQL */ `
  fragment CandidateFacts on Candidate {
    number
    account {
      id
    }
    experiencer {
      number
      profile {
        nameZh
        nameEn
      }
    }
  }
`);
