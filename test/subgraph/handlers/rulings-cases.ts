import type { Hex } from 'viem';
import { addressOf, block, type Case, type Event, emit } from './case.ts';
import {
  alice,
  at,
  bob,
  claimed,
  committed,
  finalized,
  id,
  keeper,
  payout,
  proven,
  register,
  revealed,
  suspended,
  world,
  ZERO,
} from './fixtures.ts';
import { challenge, court, opened, referred } from './fixtures-disputes.ts';

const EVALUATION = 0;
const [FINAL, UNPROVEN, VOIDED] = [2, 3, 4] as const;
const SUSPENDED = 5;
const disputes = addressOf('disputes');
/** Tolerances are 10 and 20: a quarter of them says the same. */
const people = [register(1, alice), register(2, bob)];
const measured = [
  block(at(0), ...world(2), ...court, ...people),
  block(at(3), committed(0, 1), committed(0, 2)),
  block(at(5), revealed(0, 1), revealed(0, 2)),
];
const tallied = emit('evaluations', 'RoundTallied', {
  ...{ lotId: 0, consensus: [-3, 500], reports: 2, totalWeight: 10n, effectiveReports: 200 },
});
const held = [
  emit('evaluations', 'RoundHeld', { lotId: 0, disputes }),
  ...opened(EVALUATION, 0, at(16)),
  emit('commodities', 'BondHeld', { lotId: 0, commodityId: 1, disputes, cases: 1 }),
];
const released = emit('commodities', 'BondReleased', { lotId: 0, commodityId: 1, disputes, cases: 0 });
const settled = (challenger: Hex, bond: bigint, lost: boolean) =>
  emit('disputes', 'BondSettled', { caseId: 1, challenger, bond, lost });
const replaced = (challenger: Hex, bond: bigint): Event[] => [
  emit('disputes', 'ChallengeReplaced', { caseId: 1, challenger }),
  settled(challenger, bond, false),
];
const ruled = (ruling: number) => emit('disputes', 'CaseRuled', { caseId: 1, ruling, lapsed: false });
const executed = (ruling: number, winner: Hex) =>
  emit('disputes', 'CaseExecuted', { caseId: 1, ruling, winner, charged: 0n, bounty: 0n });

function ruling(decision: number, challenger: Hex, charge: bigint, bounty: bigint, bountyLeft: bigint): Event {
  return emit('evaluations', 'RoundRuled', { lotId: 0, decision, challenger, charge, bounty, bountyLeft });
}

const LIST = `challenges(orderBy: ordinal) { ordinal choice challenger { id } values bond state settledAt } challengeCount`;

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
    name: 'rulings: challenges of one person that are replaced, the lowest of four, and an empty one',
    blocks: [
      ...measured,
      block(at(5, 600), ...held, ...challenge(alice, [40, 500], 50n, 6n)),
      block(at(5, 610), ...challenge(alice, [60, 500], 50n, 6n)),
      block(at(5, 620), ...challenge(bob, [-3, 504], 70n, 6n)),
      block(at(5, 630), ...challenge(keeper, [90, 500], 80n, 6n)),
      // Says the same as the second: 2 of 10 and 5 of 20 off.
      block(at(5, 640), ...replaced(alice, 50n), ...challenge(payout, [62, 505], 51n, 6n)),
      // The list is full: the lowest bond goes, and the last one takes its place.
      block(at(5, 650), ...replaced(alice, 50n), ...challenge(bob, [120, 500], 90n, 6n)),
      block(at(5, 700), tallied),
      block(
        at(6),
        emit('disputes', 'ChallengeEmpty', { caseId: 1, challenger: bob }),
        settled(bob, 70n, true),
        ...referred(1, [payout, keeper, bob], 6n),
      ),
    ],
    assertions: [
      {
        query: `{ case(id: "${id(1)}") { state choices ${LIST} standing { ordinal } } alice: account(id: "${alice}") { disputesCredit challenges(orderBy: ordinal) { state } } protocol(id: "0x00") { disputesAuditFund } }`,
        expected: {
          case: {
            state: 'PENDING',
            choices: 4,
            challenges: [
              {
                choice: null,
                challenger: { id: alice },
                values: [40, 500],
                bond: '50',
                state: 'REPLACED',
                settledAt: `${at(5, 650)}`,
              },
              {
                choice: null,
                challenger: { id: alice },
                values: [60, 500],
                bond: '50',
                state: 'REPLACED',
                settledAt: `${at(5, 640)}`,
              },
              {
                choice: null,
                challenger: { id: bob },
                values: [-3, 504],
                bond: '70',
                state: 'EMPTY',
                settledAt: `${at(6)}`,
              },
              {
                choice: 3,
                challenger: { id: keeper },
                values: [90, 500],
                bond: '80',
                state: 'STANDING',
                settledAt: null,
              },
              {
                choice: 2,
                challenger: { id: payout },
                values: [62, 505],
                bond: '51',
                state: 'STANDING',
                settledAt: null,
              },
              {
                choice: 4,
                challenger: { id: bob },
                values: [120, 500],
                bond: '90',
                state: 'STANDING',
                settledAt: null,
              },
            ].map((one, i) => ({ ordinal: i + 1, ...one })),
            challengeCount: 6,
            standing: [{ ordinal: 4 }, { ordinal: 5 }, { ordinal: 6 }],
          },
          alice: { disputesCredit: '100', challenges: [{ state: 'REPLACED' }, { state: 'REPLACED' }] },
          protocol: { disputesAuditFund: '70' },
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
    name: 'rulings: a round that was never tallied makes its case moot',
    blocks: [
      ...measured,
      block(at(5, 600), ...held, ...challenge(alice, [40, 500], 60n, 6n)),
      block(
        at(6),
        emit('disputes', 'FeeCredited', { caseId: 1, account: keeper, amount: 3n }),
        emit('disputes', 'CaseMoot', { caseId: 1 }),
        settled(alice, 60n, false),
        emit('disputes', 'FeeCredited', { caseId: 1, account: alice, amount: 6n }),
        released,
      ),
      block(
        at(6, 5),
        emit('commodities', 'TwinUnproven', { lotId: 0, commodityId: 1, reports: 2 }),
        finalized(0, UNPROVEN),
      ),
      block(at(6, 6), ...appointed('evaluations'), ...appointed('commodities'), ...appointed('models')),
    ],
    assertions: [
      {
        query: `{ case(id: "${id(1)}") { state moot ruling dispute { id } closedAt challenges { state choice } } round(id: "${id(0)}") { state disputed decision } alice: account(id: "${alice}") { disputesCredit disputesCoins } keeper: account(id: "${keeper}") { disputesCoins }
          protocol(id: "0x00") { returnedFees openDisputeCases } appointments(where: { role: "disputes" }) { account } }`,
        expected: {
          case: {
            state: 'CLOSED',
            moot: true,
            ruling: null,
            dispute: null,
            closedAt: `${at(6)}`,
            challenges: [{ state: 'RETURNED', choice: null }],
          },
          round: { state: 'UNPROVEN', disputed: true, decision: null },
          alice: { disputesCredit: '60', disputesCoins: '6' },
          keeper: { disputesCoins: '3' },
          protocol: { returnedFees: '0', openDisputeCases: 0 },
          appointments: [1, 2, 3].map(() => ({ account: disputes })),
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

/** What was found is what the challenger asserted; the second claim, critical or not, is another matter. */
function overturned(): Event {
  const verdict = [SUSPENDED, [40, 500], [-3, 450], [0, 0], 0, 2, 200n, 0];
  return emit('commodities', 'TwinProven', { lotId: 0, commodityId: 1, verdict });
}

function appointed(contract: 'evaluations' | 'commodities' | 'models'): Event[] {
  return [emit(contract, 'DisputesAppointed', { disputes })];
}
