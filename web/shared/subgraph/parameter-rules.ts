import { graphql } from '../../generated/gql.ts';

// What a claim or a report has to keep to, for queries of any feature.
graphql(/* GraphQL */ `
  fragment ParameterRules on Parameter {
    code
    position
    direction
    decimals
    legalMin
    legalMax
    tolerance
    weightBps
    critical
    sealed
    text {
      nameZh
      nameEn
      unit
      methodZh
      methodEn
    }
  }
`);
