import type { Hex } from 'viem';
import { addressOf, block, type Case, type Event, emit } from './case.ts';
import {
  admit,
  alice,
  at,
  bob,
  carried,
  digest,
  expert,
  id,
  keeper,
  nominated,
  payout,
  register,
  statement,
  world,
  ZERO,
} from './fixtures.ts';

const NOBODYS_NUMBER = 4_294_967_295;
const PLEDGE = 300_000_000_000_000n;
const RECEIPT = 0;
const EQUIVOCATION = 1;
const DIGEST = digest(51);
const ORDER = digest(61);
const bonded = emit('platforms', 'BondDeposited', { platformId: 1, from: keeper, amount: 8_000n, bond: 8_000n });
const registered = emit('recommenders', 'RecommenderRegistered', { recommenderId: 1, account: alice, payout });

interface Sold {
  readonly lotId?: number;
  readonly recommenderId?: number;
  readonly nomineeId?: number;
}

/** Of platform 1 and epoch 1. */
function challenged(receiptDigest: Hex, { lotId = 0, recommenderId = 1, nomineeId = 1 }: Sold = {}): Event {
  const receipt = [1, 1, ORDER, lotId, 2, 500n, 100n, 20n, recommenderId, nomineeId, digest(62)];
  const deadline = at(2, 600);
  const pledge = { challenger: bob, pledge: PLEDGE, deadline };
  return emit('platforms', 'ReceiptChallenged', { platformId: 1, epoch: 1, digest: receiptDigest, receipt, ...pledge });
}

const answered = (receiptDigest: Hex) =>
  emit('platforms', 'ReceiptAnswered', { platformId: 1, epoch: 1, digest: receiptDigest, by: keeper });
const slashed = (kind: number, caseId: Hex, amount: bigint, reward: bigint) =>
  emit('platforms', 'Slashed', { platformId: 1, caseId, challenger: bob, kind, amount, reward });

/** 100 in all. Members in the order of the struct Compensation. */
const paid = {
  inTime: [expert, 10n, 50n, false, 1, 90n, 130n, 1, payout, 20n, 15n, 5n],
  late: [expert, 10n, 50n, true, 0, 0n, 0n, 1, payout, 20n, 15n, 5n],
  toNobody: [ZERO, 0n, 0n, false, 0, 0n, 0n, NOBODYS_NUMBER, ZERO, 0n, 15n, 85n],
};
const compensated = (receiptDigest: Hex, payments: unknown[], lotId = 0) =>
  emit('settlement', 'Compensated', {
    platformId: 1,
    epoch: 1,
    lotId,
    digest: receiptDigest,
    amount: 100n,
    paid: payments,
  });

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
    name: 'challenges: a slash in time pays expert, pot, nominee, recommender, commune and audit fund',
    blocks: [
      block(at(0), ...world(1), admit(), registered, register(1, alice), bonded),
      block(at(2), statement(1)),
      block(at(2, 100), challenged(DIGEST)),
      block(at(3), nominated(1, 0, 1, 40n)),
      block(at(3, 700), slashed(RECEIPT, DIGEST, 301n, 100n), compensated(DIGEST, paid.inTime)),
    ],
    assertions: [
      {
        query: `{ receiptChallenge(id: "${DIGEST}") { state closedAt answeredBy { id } slash { kind caseId amount compensation reward audit bond challenger { id } epoch { number } demand { id } equivocation { id } }
            compensation { amount expert { id } expertShare potShare late nominatedFees nomination { id } recommender { number } payout { id } commission communeShare auditShare slash { caseId } lot { number } epoch { number } } }
          platform(id: "${id(1)}") { bond openCases slashCount slashedTotal slashedInEpoch slashEpoch auditAccrued bondChanges(where: { kind: SLASHED }) { amount bond account { id } slash { kind } } }
          statement(id: "${id(1, 1)}") { openChallenges remaining }
          lot(id: "${id(0)}") { pot orders fees compensations { amount } } model(id: "${id(1)}") { earned }
          nomination(id: "${id(0, 1)}") { fees orders } experiencer(id: "${id(1)}") { nominatedFees nominatedOrders } recommender(id: "${id(1)}") { commissions orders sales }
          expert: account(id: "${expert}") { settlementCredit expertEarned credits { kind amount lot { number } epoch { number } compensation { amount } } }
          payout: account(id: "${payout}") { settlementCredit commissionsEarned credits { kind amount epoch { number } compensation { amount } } }
          challenger: account(id: "${bob}") { rewardCredit equivocationCredit slashRewardsEarned challengePledgeCredit demandPledgeCredit credits { kind amount contract slash { caseId } } pledges(orderBy: timestamp) { kind amount } }
          epoch(id: "${id(3)}") { communeAccrued slashes slashed slashRewards compensated casesAnswered }
          protocol(id: "0x00") { settlementAuditFund platformsAuditFund openCases slashes slashed slashRewards compensated } }`,
        expected: {
          receiptChallenge: {
            state: 'SLASHED',
            closedAt: `${at(3, 700)}`,
            answeredBy: null,
            slash: {
              kind: 'RECEIPT',
              caseId: DIGEST,
              amount: '301',
              compensation: '100',
              reward: '100',
              audit: '101',
              bond: '7699',
              challenger: { id: bob },
              epoch: { number: 3 },
              demand: null,
              equivocation: null,
            },
            compensation: {
              amount: '100',
              expert: { id: expert },
              expertShare: '10',
              potShare: '50',
              late: false,
              nominatedFees: '90',
              nomination: { id: id(0, 1) },
              recommender: { number: 1 },
              payout: { id: payout },
              commission: '20',
              communeShare: '15',
              auditShare: '5',
              slash: { caseId: DIGEST },
              lot: { number: 0 },
              epoch: { number: 1 },
            },
          },
          platform: {
            bond: '7699',
            openCases: 0,
            slashCount: 1,
            slashedTotal: '301',
            slashedInEpoch: '301',
            slashEpoch: 3,
            auditAccrued: '101',
            bondChanges: [{ amount: '301', bond: '7699', account: { id: bob }, slash: { kind: 'RECEIPT' } }],
          },
          statement: { openChallenges: 0, remaining: '1900' },
          lot: { pot: '50', orders: '0', fees: '0', compensations: [{ amount: '100' }] },
          model: { earned: '10' },
          nomination: { fees: '130', orders: '2' },
          experiencer: { nominatedFees: '130', nominatedOrders: '2' },
          recommender: { commissions: '20', orders: '0', sales: '0' },
          expert: {
            settlementCredit: '10',
            expertEarned: '10',
            credits: [
              {
                kind: 'EXPERT_SHARE',
                amount: '10',
                lot: { number: 0 },
                epoch: { number: 1 },
                compensation: { amount: '100' },
              },
            ],
          },
          payout: {
            settlementCredit: '20',
            commissionsEarned: '20',
            credits: [{ kind: 'COMMISSION', amount: '20', epoch: { number: 1 }, compensation: { amount: '100' } }],
          },
          challenger: {
            rewardCredit: '100',
            equivocationCredit: '0',
            slashRewardsEarned: '100',
            challengePledgeCredit: `${PLEDGE}`,
            demandPledgeCredit: '0',
            credits: [
              { kind: 'SLASH_REWARD', amount: '100', contract: addressOf('platforms'), slash: { caseId: DIGEST } },
            ],
            pledges: [
              { kind: 'PLEDGED', amount: `${PLEDGE}` },
              { kind: 'RETURNED', amount: `${PLEDGE}` },
            ],
          },
          epoch: {
            communeAccrued: '15',
            slashes: 1,
            slashed: '301',
            slashRewards: '100',
            compensated: '100',
            casesAnswered: 0,
          },
          protocol: {
            settlementAuditFund: '5',
            platformsAuditFund: '101',
            openCases: 0,
            slashes: 1,
            slashed: '301',
            slashRewards: '100',
            compensated: '100',
          },
        },
      },
    ],
  },
  {
    name: 'challenges: a slash for a receipt that no statement holds, late: the carry grows and no nomination counts',
    blocks: [
      block(at(0), ...world(1), admit(), registered, bonded),
      block(at(3), challenged(DIGEST, { nomineeId: NOBODYS_NUMBER })),
      block(
        at(7),
        slashed(RECEIPT, DIGEST, 300n, 100n),
        carried(0, 50n, 50n),
        compensated(DIGEST, paid.late),
        emit('platforms', 'AuditCollected', { platformId: 1, to: keeper, amount: 100n }),
      ),
    ],
    assertions: [
      {
        query: `{ receiptChallenge(id: "${DIGEST}") { state statement { id } nominee { number } nomineeNumber compensation { late nomination { id } } } commodity(id: "${id(1)}") { carry } lot(id: "${id(0)}") { pot }
          nominations { id } platform(id: "${id(1)}") { auditAccrued } protocol(id: "0x00") { platformsAuditFund } communeMovements { fund contract to amount epoch { number } } }`,
        expected: {
          receiptChallenge: {
            state: 'SLASHED',
            statement: null,
            nominee: null,
            nomineeNumber: `${NOBODYS_NUMBER}`,
            compensation: { late: true, nomination: null },
          },
          commodity: { carry: '50' },
          lot: { pot: '0' },
          nominations: [],
          platform: { auditAccrued: '0' },
          protocol: { platformsAuditFund: '0' },
          communeMovements: [
            { fund: 'AUDIT_FUND', contract: addressOf('platforms'), to: keeper, amount: '100', epoch: null },
          ],
        },
      },
    ],
  },
  {
    name: 'challenges: a receipt for a lot and people that do not exist, and a slash of nothing',
    blocks: [
      block(at(0), ...world(1), admit(), bonded),
      block(
        at(3),
        challenged(DIGEST, { lotId: NOBODYS_NUMBER, recommenderId: NOBODYS_NUMBER, nomineeId: 0 }),
        challenged(digest(52), { recommenderId: 0 }),
      ),
      block(
        at(3, 700),
        slashed(RECEIPT, DIGEST, 8_000n, 3_950n),
        compensated(DIGEST, paid.toNobody, NOBODYS_NUMBER),
        slashed(RECEIPT, digest(52), 0n, 0n),
      ),
    ],
    assertions: [
      {
        query: `{ receiptChallenges(orderBy: id) { lot { number } lotNumber recommender { number } recommenderNumber nominee { number } state slash { amount audit bond } compensation { expert { id } payout { id } auditShare lot { number } lotNumber recommenderNumber } }
          platform(id: "${id(1)}") { bond slashCount auditAccrued } protocol(id: "0x00") { settlementAuditFund } credits: creditMovements { amount } bondChanges(where: { amount: "0" }) { kind bond } }`,
        expected: {
          receiptChallenges: [
            {
              lot: null,
              lotNumber: `${NOBODYS_NUMBER}`,
              recommender: null,
              recommenderNumber: `${NOBODYS_NUMBER}`,
              nominee: null,
              state: 'SLASHED',
              slash: { amount: '8000', audit: '3950', bond: '0' },
              compensation: {
                expert: null,
                payout: null,
                auditShare: '85',
                lot: null,
                lotNumber: `${NOBODYS_NUMBER}`,
                recommenderNumber: `${NOBODYS_NUMBER}`,
              },
            },
            {
              lot: { number: 0 },
              lotNumber: '0',
              recommender: null,
              recommenderNumber: '0',
              nominee: null,
              state: 'SLASHED',
              slash: { amount: '0', audit: '0', bond: '0' },
              compensation: null,
            },
          ],
          platform: { bond: '0', slashCount: 2, auditAccrued: '3950' },
          protocol: { settlementAuditFund: '85' },
          credits: [{ amount: '3950' }],
          bondChanges: [{ kind: 'SLASHED', bond: '0' }],
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
