import { graphql } from '../../generated/gql.ts';

/** Totals of every epoch with orders or rounds, newest first. */
export const epochsQuery = graphql(/* GraphQL */ `
  query Epochs($first: Int!) {
    protocol(id: "0x00") {
      sales
      fees
      commissions
      orders
      rewards
      expertBps
      experiencerBps
      communeBps
    }
    epoches(first: $first, orderBy: number, orderDirection: desc) {
      id
      number
      orders
      sales
      fees
      commissions
      deposits
      communeShare
      rewards
      lotsOffered
      reportsCommitted
      reportsRevealed
    }
  }
`);

/** One epoch: statements about its orders and rounds that close in it. @param id its number as Bytes */
export const epochQuery = graphql(/* GraphQL */ `
  query Epoch($id: ID!) {
    protocol(id: "0x00") {
      expertBps
      experiencerBps
      communeBps
    }
    epoch(id: $id) {
      id
      number
      orders
      sales
      fees
      commissions
      deposits
      communeShare
      expertsPaid
      potsPaid
      recommendersPaid
      swept
      lotsOffered
      reportsCommitted
      reportsRevealed
      rewards
      penalties
      powerEarned
      challengesOfReceipts(first: 200, orderBy: openedAt, orderDirection: desc) {
        ...ChallengeCase
        slash {
          amount
          reward
          audit
        }
        compensation {
          expertShare
          potShare
          commission
          communeShare
          auditShare
          amount
        }
      }
      statements {
        id
        platform {
          number
          operator {
            id
          }
        }
        lotRoot
        lotDepth
        recommenderRoot
        recommenderDepth
        dataDigest
        dataCid
        orders
        sales
        fees
        commissions
        expertBps
        experiencerBps
        deposit
        communeShare
        remaining
        opensAt
        swept
        openChallenges
        openDemands
        demands(first: 100, orderBy: openedAt, orderDirection: desc) {
          ...DemandCase
        }
        timestamp
        transactionHash
        lotOpenings(first: 1000) {
          id
        }
        recommenderOpenings(first: 1000) {
          id
        }
      }
      rounds(first: 100, orderBy: committed, orderDirection: desc) {
        id
        state
        committed
        revealed
        winners
        prize
        paid
        lot {
          number
          lotCode
          state
          gradeBps
          commodity {
            number
            document {
              nameZh
              nameEn
            }
          }
        }
      }
    }
  }
`);
