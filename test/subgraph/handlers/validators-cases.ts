import { block, type Case, emit } from './case.ts';
import { at, bob, id, keeper, payout, register, world } from './fixtures.ts';
import {
  candidacy,
  candidates,
  listed,
  named,
  people,
  slash,
  staked,
  together,
  voter,
  voters,
} from './fixtures-finality.ts';

const start = block(at(0), ...world(1), ...people, ...candidates);

export const validatorCases: Case[] = [
  {
    name: 'validators: a candidacy changes after the freeze, and elections keep what counted before',
    blocks: [
      start,
      block(at(3), candidacy(1, true, 500, 1_000n, 2), candidacy(1, true, 500, 1_300n, 2)),
      block(
        at(3, 5),
        candidacy(1, true, 500, 900n, 2),
        emit('validators', 'SelfBondLeaving', { candidateId: 1, leaving: 400n, releaseEpoch: 11 }),
      ),
      block(at(4), candidacy(2, false, 1_000, 1_000n, 2)),
    ],
    assertions: [
      {
        query: `{ candidates(orderBy: number) { number account { candidate { number } } experiencer { number } running commissionBps selfBond fromElection runningBefore commissionBpsBefore selfBondBefore leaving releaseEpoch }
          candidateChanges(where: { candidate: "${id(1)}" }, orderBy: timestamp) { kind amount running commissionBps selfBond fromElection }
          protocol(id: "0x00") { candidates runningCandidates selfBonds electionSeats minSelfBond minPower } }`,
        expected: {
          candidates: [
            {
              number: 1,
              account: { candidate: { number: 1 } },
              experiencer: { number: 1 },
              running: true,
              commissionBps: 500,
              selfBond: '900',
              fromElection: 2,
              runningBefore: true,
              commissionBpsBefore: 1_000,
              selfBondBefore: '1000',
              leaving: '400',
              releaseEpoch: 11,
            },
            {
              number: 2,
              account: { candidate: { number: 2 } },
              experiencer: { number: 2 },
              running: false,
              commissionBps: 1_000,
              selfBond: '1000',
              fromElection: 2,
              runningBefore: true,
              commissionBpsBefore: 1_000,
              selfBondBefore: '1000',
              leaving: '0',
              releaseEpoch: null,
            },
            {
              number: 3,
              account: { candidate: { number: 3 } },
              experiencer: { number: 3 },
              running: true,
              commissionBps: 1_000,
              selfBond: '1000',
              fromElection: 1,
              runningBefore: false,
              commissionBpsBefore: 0,
              selfBondBefore: '0',
              leaving: '0',
              releaseEpoch: null,
            },
          ],
          candidateChanges: [
            { kind: 'STOOD', amount: '1000', commissionBps: 1_000, selfBond: '1000', fromElection: 1 },
            { kind: 'COMMISSION_SET', amount: '0', commissionBps: 500, selfBond: '1000', fromElection: 2 },
            { kind: 'BOND_RAISED', amount: '300', commissionBps: 500, selfBond: '1300', fromElection: 2 },
            { kind: 'BOND_LOWERED', amount: '400', commissionBps: 500, selfBond: '900', fromElection: 2 },
          ].map((change) => ({ ...change, running: true })),
          protocol: {
            candidates: 3,
            runningCandidates: 2,
            selfBonds: '2900',
            electionSeats: 24,
            minSelfBond: `${1_000n * 10n ** 18n}`,
            minPower: '1000000',
          },
        },
      },
    ],
  },
  {
    name: 'validators: judgments take from bond and from what is leaving; the rest is withdrawn',
    blocks: [
      start,
      block(at(4), candidacy(1, true, 1_000, 300n, 2), ...leaving(1, 700n)),
      block(at(5), ...slash(1, 1, 0n, 300n, 200n, 1)),
      block(at(6), ...slash(2, 1, 0n, 0n, 100n, 1)),
      block(at(12), emit('validators', 'SelfBondWithdrawn', { candidateId: 1, to: bob, amount: 400n })),
    ],
    assertions: [
      {
        query: `{ candidate(id: "${id(1)}") { selfBond leaving releaseEpoch slashCount slashed lastSlash { taken } slashes(orderBy: timestamp) { term court asked taken fromBond fromLeaving jurorSeat { id } } slashedTerms { id term count taken } changes(orderBy: timestamp, where: { kind_in: [SLASHED, WITHDRAWN] }) { kind amount selfBond } }
          protocol(id: "0x00") { selfBonds seatSlashed } fifth: epoch(id: "${id(5)}") { seatSlashed } sixth: epoch(id: "${id(6)}") { seatSlashed } }`,
        expected: {
          candidate: {
            selfBond: '0',
            leaving: '0',
            releaseEpoch: null,
            slashCount: 2,
            slashed: '600',
            lastSlash: { taken: '100' },
            slashes: [
              { taken: '500', fromBond: '300', fromLeaving: '200' },
              { taken: '100', fromBond: '0', fromLeaving: '100' },
            ].map((one) => ({ term: 1, court: payout, asked: '500', jurorSeat: null, ...one })),
            slashedTerms: [{ id: id(1, 1), term: 1, count: 2, taken: '600' }],
            changes: [
              { kind: 'SLASHED', amount: '500', selfBond: '0' },
              { kind: 'SLASHED', amount: '100', selfBond: '0' },
              { kind: 'WITHDRAWN', amount: '400', selfBond: '0' },
            ],
          },
          protocol: { selfBonds: '2000', seatSlashed: '600' },
          fifth: { seatSlashed: '500' },
          sixth: { seatSlashed: '100' },
        },
      },
    ],
  },
  {
    name: 'validators: what stands behind a candidate follows stakes, nominations and the list',
    blocks: [
      start,
      block(at(1), ...voters),
      block(at(1, 10), staked(1, 140n, 1), named(2, [2, 3], 1)),
      block(
        at(3),
        ...together(1, ...voter(3, keeper, 80n, [1], 2).slice(0, 3), listed(2, false, 3, 2), listed(3, true, 0, 2)),
      ),
      block(
        at(4),
        staked(1, 90n, 2),
        emit('validators', 'StakeLeaving', { voterId: 1, leaving: 50n, releaseEpoch: 12 }),
      ),
    ],
    assertions: [
      {
        query: `{ candidates(orderBy: number) { backers backing nominations(orderBy: stake) { voter { number } stake listed } }
          voters(orderBy: number) { number account { voter { number } } stake listed targets fromElection stakeBefore listedBefore targetsBefore leaving releaseEpoch }
          voterChanges(where: { voter: "${id(2)}" }, orderBy: timestamp) { kind amount stake targets evictedBy { number } fromElection }
          protocol(id: "0x00") { voters listedVoters stake listedStake } }`,
        expected: {
          candidates: [
            {
              backers: 2,
              backing: '170',
              nominations: [
                { voter: { number: 3 }, stake: '80', listed: true },
                { voter: { number: 1 }, stake: '90', listed: true },
              ],
            },
            ...[1, 2].map(() => ({
              backers: 1,
              backing: '90',
              nominations: [
                { voter: { number: 2 }, stake: '60', listed: false },
                { voter: { number: 1 }, stake: '90', listed: true },
              ],
            })),
          ],
          voters: [
            {
              number: 1,
              account: { voter: { number: 1 } },
              stake: '90',
              listed: true,
              targets: [1, 2, 3],
              fromElection: 2,
              stakeBefore: '140',
              listedBefore: true,
              targetsBefore: [1, 2, 3],
              leaving: '50',
              releaseEpoch: 12,
            },
            {
              number: 2,
              account: { voter: { number: 2 } },
              stake: '60',
              listed: false,
              targets: [2, 3],
              fromElection: 2,
              stakeBefore: '60',
              listedBefore: true,
              targetsBefore: [2, 3],
              leaving: '0',
              releaseEpoch: null,
            },
            {
              number: 3,
              account: { voter: { number: 3 } },
              stake: '80',
              listed: true,
              targets: [1],
              fromElection: 2,
              stakeBefore: '0',
              listedBefore: false,
              targetsBefore: [],
              leaving: '0',
              releaseEpoch: null,
            },
          ],
          voterChanges: [
            { kind: 'BONDED', amount: '60', targets: [], evictedBy: null, fromElection: 1 },
            { kind: 'NOMINATED', amount: '0', targets: [1, 2], evictedBy: null, fromElection: 1 },
            { kind: 'LISTED', amount: '0', targets: [1, 2], evictedBy: null, fromElection: 1 },
            { kind: 'NOMINATED', amount: '0', targets: [2, 3], evictedBy: null, fromElection: 1 },
            { kind: 'UNLISTED', amount: '0', targets: [2, 3], evictedBy: { number: 3 }, fromElection: 2 },
          ].map((change) => ({ ...change, stake: '60' })),
          protocol: { voters: 3, listedVoters: 2, stake: '230', listedStake: '170' },
        },
      },
    ],
  },
  {
    name: 'validators: who withdraws everything backs nobody; rules of elections to come',
    blocks: [
      start,
      block(at(1), ...voters, rules(16, 2_000n, 5n, 1)),
      block(at(3), rules(8, 3_000n, 6n, 2), rules(9, 3_000n, 7n, 2)),
      block(at(3, 5), staked(2, 0n, 2), listed(2, false, 0, 2)),
      block(at(3, 6), emit('validators', 'StakeLeaving', { voterId: 2, leaving: 60n, releaseEpoch: 11 })),
      block(at(11), emit('validators', 'StakeWithdrawn', { voterId: 2, to: bob, amount: 60n })),
      block(at(11, 1), named(2, [], 3)),
      block(at(12), emit('validators', 'ElectionsAppointed', { elections: keeper }), register(4, payout)),
    ],
    assertions: [
      {
        query: `{ voter(id: "${id(2)}") { stake listed targets leaving releaseEpoch nominations { id } changes(orderBy: timestamp, where: { timestamp_gte: "${at(3)}" }) { kind amount } }
          candidate(id: "${id(2)}") { backers backing }
          protocol(id: "0x00") { stake listedStake listedVoters electionSeats minSelfBond minPower rulesFromElection electionSeatsBefore minSelfBondBefore minPowerBefore }
          parameterChanges(where: { name_in: ["electionSeats", "minPower"], timestamp: "${at(3)}" }, orderBy: id) { name previous current fromElection fromEpoch }
          appointments { role account appointed } }`,
        expected: {
          voter: {
            stake: '0',
            listed: false,
            targets: [],
            leaving: '0',
            releaseEpoch: null,
            nominations: [],
            changes: [
              { kind: 'UNBONDED', amount: '60' },
              { kind: 'UNLISTED', amount: '0' },
              { kind: 'WITHDRAWN', amount: '60' },
              { kind: 'NOMINATED', amount: '0' },
            ],
          },
          candidate: { backers: 1, backing: '100' },
          protocol: {
            stake: '100',
            listedStake: '100',
            listedVoters: 1,
            electionSeats: 9,
            minSelfBond: '3000',
            minPower: '7',
            rulesFromElection: 2,
            electionSeatsBefore: 16,
            minSelfBondBefore: '2000',
            minPowerBefore: '5',
          },
          parameterChanges: [
            { name: 'electionSeats', previous: '16', current: '8' },
            { name: 'minPower', previous: '5', current: '6' },
            { name: 'electionSeats', previous: '8', current: '9' },
            { name: 'minPower', previous: '6', current: '7' },
          ].map((change) => ({ ...change, fromElection: 2, fromEpoch: null })),
          appointments: [{ role: 'elections', account: keeper, appointed: true }],
        },
      },
    ],
  },
];

function leaving(candidateId: number, amount: bigint) {
  return [emit('validators', 'SelfBondLeaving', { candidateId, leaving: amount, releaseEpoch: 12 })];
}

function rules(seats: number, minSelfBond: bigint, minPower: bigint, fromElection: number) {
  return emit('validators', 'RulesSet', { seats, minSelfBond, minPower, fromElection });
}
