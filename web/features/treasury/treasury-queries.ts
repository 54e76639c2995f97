import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

export const treasuryQuery = graphql(/* GraphQL */ `
  query Treasury {
    emission(id: "0x00") {
      firstEpoch
      treasury
      treasuryUntil
      treasuryMined
      workMined
      rounds
      claims
    }
    emissionEpoches(first: 60, orderBy: number, orderDirection: desc) {
      number
      shares
      roundCount
      mined
    }
    treasuryMints(first: 60, orderBy: timestamp, orderDirection: desc) {
      id
      fromEpoch
      untilEpoch
      amount
      timestamp
      transactionHash
    }
    vestingWallets(first: 50, orderBy: start) {
      id
      owner
      start
      cliff
      end
      released
      releases(first: 50, orderBy: timestamp, orderDirection: desc) {
        id
        amount
        timestamp
        transactionHash
      }
    }
    protocol(id: "0x00") {
      communeReceived
      validatorRewards
      validatorRewardsPaid
    }
    termRewards_collection(first: 40, orderBy: term, orderDirection: desc) {
      term
      amount
      paid
      closedAt
      seats(first: 32) {
        index
      }
    }
    communeMovements(first: 100, orderBy: timestamp, orderDirection: desc) {
      id
      fund
      to
      amount
      contract
      timestamp
      transactionHash
      epoch {
        number
      }
    }
    membershipCollections(first: 60, orderBy: timestamp, orderDirection: desc) {
      id
      amount
      timestamp
      transactionHash
    }
  }
`);

export type TreasuryData = ResultOf<typeof treasuryQuery>;
