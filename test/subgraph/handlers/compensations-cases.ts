import type { Hex } from 'viem';
import { addressOf, block, type Case, emit } from './case.ts';
import { bonded, challenged, DIGEST, NOBODYS_NUMBER, PLEDGE, RECEIPT, registered, slashed } from './case-events.ts';
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

export const compensationCases: Case[] = [
  {
    name: 'compensations: a slash in time pays expert, pot, nominee, recommender, commune and audit fund',
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
    name: 'compensations: a slash for a receipt that no statement holds, late: the carry grows and no nomination counts',
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
    name: 'compensations: a receipt for a lot and people that do not exist, and a slash of nothing',
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
];
