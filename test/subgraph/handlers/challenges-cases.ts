import type { Hex } from 'viem';
import { addressOf, block, type Case, emit } from './case.ts';
import {
  bonded,
  challenged,
  DIGEST,
  EQUIVOCATION,
  ORDER,
  PLEDGE,
  RECEIPT,
  registered,
  slashed,
} from './case-events.ts';
import { admit, alice, at, bob, digest, id, keeper, register, statement, world } from './fixtures.ts';

const answered = (receiptDigest: Hex) =>
  emit('platforms', 'ReceiptAnswered', { platformId: 1, epoch: 1, digest: receiptDigest, by: keeper });

export const challengeCases: Case[] = [
  {
    name: "challenges: a receipt is challenged and answered, the pledge is the platform's",
    blocks: [
      block(at(0), ...world(1), admit(), registered, register(1, alice)),
      block(at(2), statement(1)),
      block(at(2, 100), challenged(DIGEST)),
      block(at(2, 200), challenged(digest(52))),
      block(at(2, 300), answered(DIGEST)),
      block(at(2, 400), emit('platforms', 'PledgesCollected', { platformId: 1, to: keeper, amount: PLEDGE })),
      block(at(2, 500), answered(digest(52))),
      block(at(2, 600), challenged(digest(53))),
    ],
    assertions: [
      {
        query: `{ receiptChallenge(id: "${DIGEST}") { platform { number } epoch { number } statement { id openChallenges openDemands } orderId lot { number } lotNumber quantity sales fee commission
          recommender { number } recommenderNumber nominee { number } nomineeNumber challenger { id } pledge openedAt deadline state answeredBy { id } closedAt slash { id } compensation { id } }
          platform(id: "${id(1)}") { openCases receiptChallengeCount challengePledgesWon demandPledgesWon }
          pledgeMovements(orderBy: timestamp) { kind amount contract account { id } platform { number } receiptChallenge { id } }
          protocol(id: "0x00") { receiptChallenges demands openCases slashes } epoch(id: "${id(2)}") { receiptChallenges casesAnswered demands slashes } }`,
        expected: {
          receiptChallenge: {
            platform: { number: 1 },
            epoch: { number: 1 },
            statement: { id: id(1, 1), openChallenges: 1, openDemands: 0 },
            orderId: ORDER,
            lot: { number: 0 },
            lotNumber: '0',
            quantity: '2',
            sales: '500',
            fee: '100',
            commission: '20',
            recommender: { number: 1 },
            recommenderNumber: '1',
            nominee: { number: 1 },
            nomineeNumber: '1',
            challenger: { id: bob },
            pledge: `${PLEDGE}`,
            openedAt: `${at(2, 100)}`,
            deadline: `${at(2, 600)}`,
            state: 'ANSWERED',
            answeredBy: { id: keeper },
            closedAt: `${at(2, 300)}`,
            slash: null,
            compensation: null,
          },
          platform: {
            openCases: 1,
            receiptChallengeCount: 3,
            challengePledgesWon: `${PLEDGE}`,
            demandPledgesWon: '0',
          },
          pledgeMovements: [
            { kind: 'PLEDGED', account: { id: bob }, receiptChallenge: { id: DIGEST } },
            { kind: 'PLEDGED', account: { id: bob }, receiptChallenge: { id: digest(52) } },
            { kind: 'WON', account: null, receiptChallenge: { id: DIGEST } },
            { kind: 'COLLECTED', account: { id: keeper }, receiptChallenge: null },
            { kind: 'WON', account: null, receiptChallenge: { id: digest(52) } },
            { kind: 'PLEDGED', account: { id: bob }, receiptChallenge: { id: digest(53) } },
          ].map((movement) => ({
            ...movement,
            amount: `${PLEDGE}`,
            contract: addressOf('platforms'),
            platform: { number: 1 },
          })),
          protocol: { receiptChallenges: 3, demands: 0, openCases: 1, slashes: 0 },
          epoch: { receiptChallenges: 3, casesAnswered: 2, demands: 0, slashes: 0 },
        },
      },
    ],
  },
  {
    name: 'challenges: equivocations in two epochs, rewards and pledges paid out',
    blocks: [
      block(at(0), ...world(1), admit(), bonded),
      block(at(3), challenged(DIGEST)),
      block(at(3, 700), slashed(RECEIPT, DIGEST, 300n, 150n), slashed(EQUIVOCATION, ORDER, 200n, 100n)),
      block(at(4), slashed(EQUIVOCATION, digest(63), 50n, 25n)),
      block(
        at(5),
        emit('platforms', 'RewardWithdrawn', { account: bob, amount: 150n }),
        emit('platforms', 'PledgeWithdrawn', { account: bob, amount: PLEDGE }),
        emit('platforms', 'EquivocationRewardWithdrawn', {
          platformId: 1,
          orderId: ORDER,
          challenger: bob,
          amount: 100n,
        }),
      ),
    ],
    assertions: [
      {
        query: `{ equivocations(orderBy: timestamp) { id orderId platform { number } challenger { id } reward rewardWithdrawn slash { kind amount audit compensation receiptChallenge { id } } }
          platform(id: "${id(1)}") { bond openCases slashCount slashedTotal slashedInEpoch slashEpoch }
          account(id: "${bob}") { rewardCredit equivocationCredit slashRewardsEarned challengePledgeCredit credits(where: { kind: WITHDRAWAL }, orderBy: amount) { amount contract slash { caseId } } pledges(where: { kind: WITHDRAWN }) { amount contract platform { id } } } }`,
        expected: {
          equivocations: [
            {
              id: `${id(1)}${ORDER.slice(2)}`,
              orderId: ORDER,
              platform: { number: 1 },
              challenger: { id: bob },
              reward: '100',
              rewardWithdrawn: true,
              slash: { kind: 'EQUIVOCATION', amount: '200', audit: '100', compensation: '0', receiptChallenge: null },
            },
            {
              id: `${id(1)}${digest(63).slice(2)}`,
              orderId: digest(63),
              platform: { number: 1 },
              challenger: { id: bob },
              reward: '25',
              rewardWithdrawn: false,
              slash: { kind: 'EQUIVOCATION', amount: '50', audit: '25', compensation: '0', receiptChallenge: null },
            },
          ],
          platform: {
            bond: '7450',
            openCases: 0,
            slashCount: 3,
            slashedTotal: '550',
            slashedInEpoch: '50',
            slashEpoch: 4,
          },
          account: {
            rewardCredit: '0',
            equivocationCredit: '25',
            slashRewardsEarned: '275',
            challengePledgeCredit: '0',
            credits: [
              { amount: '100', contract: addressOf('platforms'), slash: { caseId: ORDER } },
              { amount: '150', contract: addressOf('platforms'), slash: null },
            ],
            pledges: [{ amount: `${PLEDGE}`, contract: addressOf('platforms'), platform: null }],
          },
        },
      },
    ],
  },
];
