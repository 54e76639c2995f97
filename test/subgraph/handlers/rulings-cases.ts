import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob, claimed, finalized, id, proven, suspended, world, ZERO } from './fixtures.ts';
import { challenge, referred } from './fixtures-disputes.ts';
import {
  disputes,
  executed,
  FINAL,
  held,
  LIST,
  measured,
  overturned,
  released,
  ruled,
  ruling,
  settled,
  tallied,
  VOIDED,
} from './fixtures-rulings.ts';

export const rulingCases: Case[] = [
  {
    name: 'rulings: an overturned round with a refuted claim, slashed reports, and bounties',
    blocks: [
      ...measured,
      block(
        at(5, 600),
        tallied,
        ...held,
        ...challenge(alice, [40, 500], 60n, 6n),
        ...challenge(bob, [90, 500], 50n, 6n),
      ),
      block(at(6), ...referred(1, [alice, bob], 6n)),
      block(at(7), ruled(2)),
      block(
        at(7, 5),
        settled(alice, 60n, false),
        settled(bob, 50n, true),
        executed(2, alice),
        overturned(),
        ...suspended(0),
        finalized(0, FINAL, 50n),
        ruling(1, alice, 50n, 25n, 1_175n),
        released,
      ),
      block(
        at(10),
        emit('evaluations', 'ReportSlashed', {
          lotId: 0,
          experiencerId: 1,
          challenger: alice,
          amount: 60n,
          bounty: 30n,
        }),
        claimed(0, 1, 0n, 0n, 60n),
      ),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state consensus talliedConsensus disputed heldBy heldAt case { number } decision ruledAt overturnedBy { id } bountyLeft slashedReports slashed bounty charge }
          lot(id: "${id(0)}") { state condemned concluded charged openCases } commodity(id: "${id(1)}") { suspendedLots trustedLots charged pledged openCases standing }
          lotParameters(where: { lot: "${id(0)}" }, orderBy: position) { consensus }
          report(id: "${id(0, 1)}") { state slashed penalty bounty bondReturned slashedBy { number } } experiencer(id: "${id(1)}") { slashedReports penalties bonded }
          case(id: "${id(1)}") { kind round { id } lot { number } state ruling choices deadline ${LIST} winner { ordinal } charged bounty slashed slashedReportCount slashedReports { id } }
          account(id: "${alice}") { evaluationsCredit disputesCredit bountiesEarned credits(where: { kind: BOUNTY }, orderBy: timestamp) { amount contract lot { number } case { number } } }
          protocol(id: "0x00") { evaluationsAuditFund disputesAuditFund slashedReports slashedReportBonds charges bounties } epoch(id: "${id(10)}") { slashedReports slashedReportBonds bounties penalties } }`,
        expected: {
          round: {
            state: 'FINAL',
            consensus: [40, 500],
            talliedConsensus: [-3, 500],
            disputed: true,
            heldBy: disputes,
            heldAt: `${at(5, 600)}`,
            case: { number: 1 },
            decision: 'OVERTURNED',
            ruledAt: `${at(7, 5)}`,
            overturnedBy: { id: alice },
            bountyLeft: '1145',
            slashedReports: 1,
            slashed: '60',
            bounty: '55',
            charge: '50',
          },
          lot: { state: 'SUSPENDED', condemned: true, concluded: true, charged: '50', openCases: 0 },
          commodity: {
            suspendedLots: 1,
            trustedLots: 0,
            charged: '50',
            pledged: '50',
            openCases: 0,
            standing: 'FLAGGED',
          },
          lotParameters: [{ consensus: 40 }, { consensus: 500 }],
          report: {
            state: 'CLAIMED',
            slashed: true,
            penalty: '60',
            bounty: '30',
            bondReturned: '0',
            slashedBy: { number: 1 },
          },
          experiencer: { slashedReports: 1, penalties: '60', bonded: '0' },
          case: {
            kind: 'EVALUATION',
            round: { id: id(0) },
            lot: { number: 0 },
            state: 'CLOSED',
            ruling: 2,
            choices: 3,
            deadline: `${at(16)}`,
            challenges: [
              { ordinal: 1, choice: 2, challenger: { id: alice }, values: [40, 500], bond: '60', state: 'WON' },
              { ordinal: 2, choice: 3, challenger: { id: bob }, values: [90, 500], bond: '50', state: 'LOST' },
            ].map((one) => ({ ...one, settledAt: `${at(7, 5)}` })),
            challengeCount: 2,
            winner: { ordinal: 1 },
            charged: '50',
            bounty: '55',
            slashed: '60',
            slashedReportCount: 1,
            slashedReports: [{ id: id(0, 1) }],
          },
          account: {
            evaluationsCredit: '55',
            disputesCredit: '60',
            bountiesEarned: '55',
            credits: ['25', '30'].map((amount) => ({
              amount,
              contract: addressOf('evaluations'),
              lot: { number: 0 },
              case: { number: 1 },
            })),
          },
          protocol: {
            evaluationsAuditFund: '55',
            disputesAuditFund: '50',
            slashedReports: 1,
            slashedReportBonds: '60',
            charges: '50',
            bounties: '55',
          },
          epoch: { slashedReports: 1, slashedReportBonds: '60', bounties: '30', penalties: '60' },
        },
      },
    ],
  },
  {
    name: 'rulings: a consensus that stands, and a round that a court voids',
    blocks: [
      ...measured,
      block(at(5, 600), tallied, ...held, ...challenge(alice, [40, 500], 60n, 6n)),
      block(at(6), ...referred(1, [alice], 6n)),
      block(at(7), ruled(0)),
      block(
        at(7, 5),
        settled(alice, 60n, false),
        executed(0, ZERO),
        emit('commodities', 'TwinUnproven', { lotId: 0, commodityId: 1, reports: 2 }),
        finalized(0, VOIDED),
        ruling(2, ZERO, 0n, 0n, 0n),
        released,
      ),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state decision overturnedBy { id } bountyLeft prize shares winners } lot(id: "${id(0)}") { state condemned } case(id: "${id(1)}") { state ruling winner { id } challenges { state } } account(id: "${alice}") { disputesCredit evaluationsCredit } protocol(id: "0x00") { evaluationsAuditFund } }`,
        expected: {
          round: {
            state: 'VOIDED',
            decision: 'VOIDED',
            overturnedBy: null,
            bountyLeft: '0',
            prize: '0',
            shares: '10',
            winners: 2,
          },
          lot: { state: 'UNPROVEN', condemned: false },
          case: { state: 'CLOSED', ruling: 0, winner: null, challenges: [{ state: 'RETURNED' }] },
          account: { disputesCredit: '60', evaluationsCredit: '0' },
          protocol: { evaluationsAuditFund: '0' },
        },
      },
    ],
  },
  {
    name: 'rulings: a trusted lot is suspended later and takes its place in the record',
    blocks: [
      block(at(0), ...world(2)),
      block(at(6), proven(0, 2), finalized(0, FINAL)),
      block(at(7), proven(1, 2), finalized(1, FINAL)),
      block(at(8), ...suspended(0)),
      block(at(8, 5), ...suspended(0)),
    ],
    assertions: [
      {
        query: `{ lot(id: "${id(0)}") { state charged gradeBps concludedAt suspendedAt } commodity(id: "${id(1)}") { trustedLots suspendedLots standing charged pledged judgedLots(orderBy: number) { number } lastJudgedLot { number } } }`,
        expected: {
          lot: {
            state: 'SUSPENDED',
            charged: '100',
            gradeBps: 9000,
            concludedAt: `${at(6)}`,
            suspendedAt: `${at(8)}`,
          },
          commodity: {
            trustedLots: 1,
            suspendedLots: 1,
            standing: 'MIXED',
            charged: '100',
            pledged: '0',
            judgedLots: [{ number: 0 }, { number: 1 }],
            lastJudgedLot: { number: 1 },
          },
        },
      },
    ],
  },
];
