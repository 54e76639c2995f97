import { block, type Case, emit } from './case.ts';
import { alice, at, bob, finalized, id, keeper, payout } from './fixtures.ts';
import { challenge, referred } from './fixtures-disputes.ts';
import {
  appointed,
  disputes,
  held,
  LIST,
  measured,
  released,
  replaced,
  settled,
  tallied,
  UNPROVEN,
} from './fixtures-rulings.ts';

export const challengeListCases: Case[] = [
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
        query: `{ case(id: "${id(1)}") { state moot ruling dispute { id } closedAt changes(where: { kind: MOOT }) { state timestamp } challenges { state choice } } round(id: "${id(0)}") { state disputed decision } alice: account(id: "${alice}") { disputesCredit disputesCoins } keeper: account(id: "${keeper}") { disputesCoins }
          protocol(id: "0x00") { returnedFees openDisputeCases } appointments(where: { role: "disputes" }) { account } }`,
        expected: {
          case: {
            state: 'CLOSED',
            moot: true,
            ruling: null,
            dispute: null,
            closedAt: `${at(6)}`,
            changes: [{ state: 'CLOSED', timestamp: `${at(6)}` }],
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
];
