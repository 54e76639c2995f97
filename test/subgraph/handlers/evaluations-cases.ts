import { packValues } from '../../../protocol/experience/pack-values.ts';
import { addressOf, block, type Case, emit } from './case.ts';
import {
  alice,
  at,
  bob,
  carried,
  cid,
  claimed,
  closed,
  committed,
  expert,
  finalized,
  id,
  keeper,
  proven,
  register,
  revealed,
  scored,
  suspended,
  world,
} from './fixtures.ts';

const people = [register(1, alice), register(2, bob), register(3, keeper)];
const FINAL = 2;
const UNPROVEN = 3;
const VOIDED = 4;

/** Three commit to lot 0, two reveal. */
const measured = [
  block(at(0), ...world(2), ...people),
  block(at(3), committed(0, 1), committed(0, 2, 20n), committed(0, 3), committed(1, 1, 5n)),
  block(at(5), revealed(0, 1), revealed(0, 2, 7n)),
];
const tallied = emit('evaluations', 'RoundTallied', {
  lotId: 0,
  consensus: [-4, 510],
  reports: 2,
  totalWeight: 12n,
  effectiveReports: 194,
});

export const evaluationCases: Case[] = [
  {
    name: 'evaluations: commitments, reveals and what an experiencer works on in an epoch',
    blocks: measured,
    assertions: [
      {
        query: `{ report(id: "${id(0, 2)}") { state fee bond values evidenceCid power weight accuracy quality won closingEpoch revealedAt }
          hidden: report(id: "${id(0, 3)}") { state values evidenceDigest weight } round(id: "${id(0)}") { state committed revealed totalWeight consensus }
          experiencer(id: "${id(1)}") { committed revealed bonded } closingCommitments_collection(where: { experiencer: "${id(1)}" }, orderBy: id) { id fees reports }
          protocol(id: "0x00") { reports } epoch(id: "${id(3)}") { reportsCommitted } closing: epoch(id: "${id(5)}") { reportsRevealed rounds { lot { number } } } }`,
        expected: {
          report: {
            state: 'REVEALED',
            fee: '20',
            bond: '120',
            values: [-4, 510],
            evidenceCid: cid(43),
            power: '8',
            weight: '7',
            accuracy: null,
            quality: null,
            won: false,
            closingEpoch: 5,
            revealedAt: `${at(5)}`,
          },
          hidden: { state: 'COMMITTED', values: null, evidenceDigest: null, weight: null },
          round: { state: 'OPEN', committed: 3, revealed: 2, totalWeight: '12', consensus: null },
          experiencer: { committed: 2, revealed: 1, bonded: '90' },
          closingCommitments_collection: [
            { id: id(1, 5), fees: '10', reports: 1 },
            { id: id(1, 6), fees: '5', reports: 1 },
          ],
          protocol: { reports: 4 },
          epoch: { reportsCommitted: 4 },
          closing: { reportsRevealed: 2, rounds: [{ lot: { number: 0 } }] },
        },
      },
    ],
  },
  {
    name: 'evaluations: a count in pages with negative values, and the tally',
    blocks: [
      ...measured,
      block(
        at(5, 600),
        emit('evaluations', 'TallyAdvanced', {
          lotId: 0,
          proposer: bob,
          consensus: packValues([-4, 510]),
          counted: 1,
          revealed: 2,
        }),
        tallied,
      ),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state consensus effectiveReports talliedAt tallies { proposer { id } consensus counted revealed } } }`,
        expected: {
          round: {
            state: 'TALLIED',
            consensus: [-4, 510],
            effectiveReports: '194',
            talliedAt: `${at(5, 600)}`,
            tallies: [{ proposer: { id: bob }, consensus: [-4, 510], counted: 1, revealed: 2 }],
          },
        },
      },
    ],
  },
  {
    name: 'evaluations: scored, scored again with more fees, closed with a winner, claimed and swept',
    blocks: [
      ...measured,
      block(at(5, 600), tallied),
      block(at(6), proven(0, 2), finalized(0, FINAL)),
      block(at(6, 1), scored(0, 1, 200, 10n, 7n), scored(0, 2, 0, 0n)),
      block(at(6, 2), scored(0, 1, 200, 30n, 16n)),
      block(
        at(7),
        emit('settlement', 'PotTaken', { lotId: 0, pot: 50n, drawn: 0n, carry: 0n }),
        closed(0, 50n, 50, 1, 1_200_000n),
      ),
      block(at(7, 1), claimed(0, 1, 60n, 22n), claimed(0, 2, 120n, 0n), claimed(0, 3, 54n, 0n, 6n)),
      block(
        at(7, 2),
        emit('evaluations', 'LeftoverSwept', { lotId: 0, amount: 28n, voided: false }),
        carried(0, 28n, 28n),
      ),
    ],
    assertions: [
      {
        query: `{ winner: report(id: "${id(0, 1)}") { state accuracy quality bucket nominated powerEarned won reward bondReturned penalty scoredAt claimedAt }
          loser: report(id: "${id(0, 2)}") { quality bucket won reward } silent: report(id: "${id(0, 3)}") { state quality won penalty bondReturned }
          round(id: "${id(0)}") { state scored claimed base kappaBps scoringEpoch closed prize paid winners winningBucket shares leftoverSwept }
          experiencer(id: "${id(1)}") { scored won qualitySum meanQuality rewards bonded } quiet: experiencer(id: "${id(3)}") { penalties bonded scored }
          rows: lotParameters(where: { lot: "${id(0)}" }, orderBy: position) { base }
          protocol(id: "0x00") { rewards evaluationsAuditFund } epoch(id: "${id(7)}") { rewards penalties } }`,
        expected: {
          winner: {
            state: 'CLAIMED',
            accuracy: 200,
            quality: 200,
            bucket: 50,
            nominated: '30',
            powerEarned: '23',
            won: true,
            reward: '22',
            bondReturned: '60',
            penalty: '0',
            scoredAt: `${at(6, 2)}`,
            claimedAt: `${at(7, 1)}`,
          },
          loser: { quality: 0, bucket: 0, won: false, reward: '0' },
          silent: { state: 'CLAIMED', quality: null, won: false, penalty: '6', bondReturned: '54' },
          round: {
            state: 'FINAL',
            scored: 2,
            claimed: 3,
            base: [0, 450],
            kappaBps: 7500,
            scoringEpoch: 6,
            closed: true,
            prize: '50',
            paid: '22',
            winners: 1,
            winningBucket: 50,
            shares: '1200000',
            leftoverSwept: '28',
          },
          experiencer: { scored: 1, won: 1, qualitySum: '200', meanQuality: 200, rewards: '22', bonded: '30' },
          quiet: { penalties: '6', bonded: '0', scored: 0 },
          rows: [{ base: 0 }, { base: 450 }],
          protocol: { rewards: '22', evaluationsAuditFund: '6' },
          epoch: { rewards: '22', penalties: '6' },
        },
      },
    ],
  },
  {
    name: 'evaluations: a voided round pays the charge to those who revealed, also after it is closed',
    blocks: [
      ...measured,
      block(at(6), ...suspended(0), finalized(0, VOIDED, 50n)),
      block(at(6, 1), claimed(0, 1, 60n, 20n)),
      block(at(7), carried(0, 9n, 9n), closed(0, 0n, 0, 0, 0n)),
      block(
        at(7, 1),
        claimed(0, 2, 120n, 29n),
        emit('evaluations', 'LeftoverSwept', { lotId: 0, amount: 1n, voided: true }),
      ),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state charge prize shares winners paid closed winningBucket base kappaBps leftoverSwept } reports(where: { lot: "${id(0)}" }, orderBy: id) { won reward }
          lot(id: "${id(0)}") { state reports charged pot } protocol(id: "0x00") { evaluationsAuditFund } experiencers(orderBy: number) { won } }`,
        expected: {
          round: {
            state: 'VOIDED',
            charge: '50',
            prize: '50',
            shares: '12',
            winners: 2,
            paid: '49',
            closed: true,
            winningBucket: null,
            base: null,
            kappaBps: null,
            leftoverSwept: '1',
          },
          reports: [
            { won: false, reward: '20' },
            { won: false, reward: '29' },
            { won: false, reward: '0' },
          ],
          lot: { state: 'SUSPENDED', reports: 2, charged: '50', pot: '0' },
          protocol: { evaluationsAuditFund: '1' },
          experiencers: [{ won: 0 }, { won: 0 }, { won: 0 }],
        },
      },
    ],
  },
  {
    name: 'evaluations: the charge of a voided round that nobody revealed in goes to the audit fund, which is collected',
    blocks: [
      block(at(0), ...world(1)),
      block(at(6), ...suspended(0), finalized(0, VOIDED, 50n)),
      block(
        at(7),
        emit('evaluations', 'AuditFundCollected', { to: keeper, amount: 50n }),
        emit('evaluations', 'AuditFundCollected', { to: keeper, amount: 0n }),
      ),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state charge prize winners shares } protocol(id: "0x00") { evaluationsAuditFund } communeMovements { fund contract amount } }`,
        expected: {
          round: { state: 'VOIDED', charge: '50', prize: '0', winners: 0, shares: '0' },
          protocol: { evaluationsAuditFund: '0' },
          communeMovements: [{ fund: 'AUDIT_FUND', contract: addressOf('evaluations'), amount: '50' }],
        },
      },
    ],
  },
  {
    name: 'evaluations: a round without enough reports is unproven and has no winners',
    blocks: [
      ...measured,
      block(
        at(6),
        emit('commodities', 'TwinUnproven', { lotId: 0, commodityId: 1, reports: 2 }),
        finalized(0, UNPROVEN),
      ),
      block(at(7), carried(0, 0n, 0n), closed(0, 0n, 0, 0, 0n)),
    ],
    assertions: [
      {
        query: `{ round(id: "${id(0)}") { state closed winners winningBucket prize scoringEpoch } reports(where: { lot: "${id(0)}", won: true }) { id } carryMovements { id } }`,
        expected: {
          round: { state: 'UNPROVEN', closed: true, winners: 0, winningBucket: null, prize: '0', scoringEpoch: 6 },
          reports: [],
          carryMovements: [],
        },
      },
    ],
  },
  {
    name: 'evaluations: a payment that the asset refused is credited and withdrawn',
    blocks: [
      block(
        at(0),
        emit('evaluations', 'PaymentCredited', { account: expert, amount: 80n }),
        emit('evaluations', 'PaymentCredited', { account: expert, amount: 5n }),
      ),
      block(at(1), emit('evaluations', 'CreditWithdrawn', { account: expert, amount: 85n })),
      block(at(2), emit('evaluations', 'PaymentCredited', { account: expert, amount: 3n })),
    ],
    assertions: [
      {
        query: `{ account(id: "${expert}") { evaluationsCredit settlementCredit credits(orderBy: amount) { kind amount contract lot { id } } } }`,
        expected: {
          account: {
            evaluationsCredit: '3',
            settlementCredit: '0',
            credits: [
              { kind: 'REFUSED_PAYMENT', amount: '3', contract: addressOf('evaluations'), lot: null },
              { kind: 'REFUSED_PAYMENT', amount: '5', contract: addressOf('evaluations'), lot: null },
              { kind: 'REFUSED_PAYMENT', amount: '80', contract: addressOf('evaluations'), lot: null },
              { kind: 'WITHDRAWAL', amount: '85', contract: addressOf('evaluations'), lot: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'evaluations: what governance decides',
    blocks: [
      block(
        at(0),
        emit('evaluations', 'BondMultipleSet', { previous: 0, current: 6 }),
        emit('evaluations', 'KappaSet', { previousBps: 0, currentBps: 7_500 }),
      ),
      block(at(1), emit('evaluations', 'KappaSet', { previousBps: 7_500, currentBps: 8_000 })),
    ],
    assertions: [
      {
        query:
          '{ protocol(id: "0x00") { bondMultiple kappaBps } parameterChanges(orderBy: current) { name previous current } }',
        expected: {
          protocol: { bondMultiple: 6, kappaBps: 8000 },
          parameterChanges: [
            { name: 'bondMultiple', previous: '0', current: '6' },
            { name: 'kappaBps', previous: '0', current: '7500' },
            { name: 'kappaBps', previous: '7500', current: '8000' },
          ],
        },
      },
    ],
  },
];
