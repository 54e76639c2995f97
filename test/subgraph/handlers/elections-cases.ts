import { concatHex, type Hex, numberToHex } from 'viem';
import { block, type Case, type Event, emit } from './case.ts';
import { alice, at, bob, digest, id, keeper, payout, world } from './fixtures.ts';
import { candidates, electionTime, people, seat, slash, together, voters } from './fixtures-finality.ts';

const start = block(at(0), ...world(1), ...people, ...candidates, ...voters);
const WINNERS = [1, 2, 3];
const byte = (value: number): Hex => numberToHex(value, { size: 1 });
const amount = (value: number): Hex => numberToHex(value, { size: 12 });
/** The first voter's 100: 30 and 30, and 40 left. */
const FIRST = concatHex([byte(3), byte(0), byte(0), amount(30), byte(1), byte(1), amount(30), byte(2), byte(2)]);
/** The second one's 60: 20, and 40 left. */
const SECOND = concatHex([byte(2), byte(0), byte(0), amount(20), byte(1), byte(1)]);

interface Page {
  readonly voters: readonly number[];
  readonly edges: Hex;
  readonly stakes: readonly bigint[];
}
const whole: Page = { voters: [1, 2], edges: concatHex([FIRST, SECOND]), stakes: [100n, 60n] };
const first: Page = { voters: [1], edges: FIRST, stakes: [100n] };
const second: Page = { voters: [2], edges: SECOND, stakes: [60n] };
/** The first voter alone, all of it behind the first candidate. */
const poor: Page = { voters: [1], edges: concatHex([byte(1), byte(0), byte(0)]), stakes: [100n] };

function page(submitter: Hex, number: number, { voters: ids, edges, stakes }: Page): Event {
  const packed = concatHex(ids.map((one) => numberToHex(one, { size: 4 })));
  const given = { page: BigInt(number), winners: WINNERS, voters: packed, edges, stakes };
  return emit('elections', 'PageVerified', { term: 1, submitter, ...given });
}

function accepted(submitter: Hex, supports: readonly bigint[], weights: readonly bigint[]): Event {
  const sum = supports.reduce((a, b) => a + b);
  const squares = supports.reduce((a, b) => a + b * b, 0n);
  const least = supports.reduce((a, b) => (a < b ? a : b));
  return emit('elections', 'SolutionAccepted', {
    term: 1,
    submitter,
    score: [supports.length, least, sum, squares],
    voterRoot: digest(71),
    seats: supports.map((support, i) => [i + 1, 1_000 * (i + 1), support]),
    weights,
  });
}

const SUPPORTS = [50n, 70n, 40n] as const;
const WEIGHTS = [3n, 3n, 1n] as const;
const solved = [page(alice, 0, whole), accepted(alice, SUPPORTS, WEIGHTS)];
const ALLOCATIONS = `allocations(orderBy: id) { voter { number } index amount }`;
const allocations = [
  { voter: { number: 1 }, index: 0, amount: '30' },
  { voter: { number: 2 }, index: 0, amount: '20' },
  { voter: { number: 1 }, index: 1, amount: '30' },
  { voter: { number: 2 }, index: 1, amount: '40' },
  { voter: { number: 1 }, index: 2, amount: '40' },
];

export const electionCases: Case[] = [
  {
    name: 'elections: a solution seats its winners, a better one takes its place',
    blocks: [
      start,
      block(electionTime, ...together(1, page(bob, 0, poor), accepted(bob, [98n, 1n, 1n], [9n, 1n, 1n]))),
      block(electionTime + 5, ...together(2, ...solved)),
    ],
    assertions: [
      {
        query: `{ election(id: "${id(1)}") { term freezesAt endsAt solutionCount winners leastSupport support squares weight voterRoot voterCount firstSolvedAt solvedAt best { ordinal submitter { id } } ${ALLOCATIONS}
            seats(orderBy: index) { id term index candidate { number } commissionBps support weight allocations { amount } }
            solutions(orderBy: ordinal) { ordinal winners commissionsBps supports weights leastSupport support squares pages { page term winners voters stakes } } }
          protocol(id: "0x00") { latestElection { term } } voter(id: "${id(2)}") { allocations(orderBy: amount) { seat { candidate { number } } } } }`,
        expected: {
          election: {
            term: 1,
            freezesAt: `${at(3)}`,
            endsAt: `${at(4)}`,
            solutionCount: 2,
            winners: 3,
            leastSupport: '40',
            support: '160',
            squares: '9000',
            weight: '7',
            voterRoot: digest(71),
            voterCount: 2,
            firstSolvedAt: `${electionTime}`,
            solvedAt: `${electionTime + 5}`,
            best: { ordinal: 2, submitter: { id: alice } },
            allocations,
            seats: [0, 1, 2].map((index) => ({
              id: seat(1, index),
              term: 1,
              index,
              candidate: { number: index + 1 },
              commissionBps: 1_000 * (index + 1),
              support: `${SUPPORTS[index]}`,
              weight: `${WEIGHTS[index]}`,
              allocations: allocations.filter((one) => one.index === index).map((one) => ({ amount: one.amount })),
            })),
            solutions: [
              {
                ordinal: 1,
                supports: ['98', '1', '1'],
                weights: ['9', '1', '1'],
                leastSupport: '1',
                support: '100',
                squares: '9606',
                pages: [{ page: 0, term: 1, winners: WINNERS, voters: '0x00000001', stakes: ['100'] }],
              },
              {
                ordinal: 2,
                supports: SUPPORTS.map(String),
                weights: WEIGHTS.map(String),
                leastSupport: '40',
                support: '160',
                squares: '9000',
                pages: [{ page: 0, term: 1, winners: WINNERS, voters: '0x0000000100000002', stakes: ['100', '60'] }],
              },
            ].map((one) => ({ winners: WINNERS, commissionsBps: [1_000, 2_000, 3_000], ...one })),
          },
          protocol: { latestElection: { term: 1 } },
          voter: {
            allocations: [{ seat: { candidate: { number: 1 } } }, { seat: { candidate: { number: 2 } } }],
          },
        },
      },
    ],
  },
  {
    name: 'elections: a draft in pages, begun again, beside a whole solution of the same submitter',
    blocks: [
      start,
      block(electionTime, page(alice, 0, poor)),
      block(electionTime + 1, page(alice, 0, first)),
      block(electionTime + 2, page(alice, 1, second)),
      block(electionTime + 3, ...together(1, page(alice, 0, poor), accepted(alice, [98n, 1n, 1n], [9n, 1n, 1n]))),
      block(electionTime + 4, ...together(2, accepted(alice, SUPPORTS, WEIGHTS))),
    ],
    assertions: [
      {
        query: `{ election(id: "${id(1)}") { solutionCount voterCount ${ALLOCATIONS} solutions(orderBy: ordinal) { pages(orderBy: page) { page voters } } } solutionDrafts { id term pages } }`,
        expected: {
          election: {
            solutionCount: 2,
            voterCount: 2,
            allocations,
            solutions: [
              { pages: [{ page: 0, voters: '0x00000001' }] },
              {
                pages: [
                  { page: 0, voters: '0x00000001' },
                  { page: 1, voters: '0x00000002' },
                ],
              },
            ],
          },
          solutionDrafts: [{ id: `${id(1)}${alice.slice(2)}`, term: 1, pages: [] }],
        },
      },
    ],
  },
  {
    name: "rewards: a term's dividends by seat, without the one that a judgment hit, and who was paid",
    blocks: [
      start,
      block(electionTime, ...together(1, ...solved)),
      block(at(5), ...slash(2, 3, 500n, 500n, 0n, 1)),
      block(at(5, 1), emit('elections', 'CourtAppointed', { court: payout, appointed: true })),
      block(at(7), emit('settlement', 'CommuneCollected', { epoch: 6, to: keeper, amount: 1_001n })),
      // Of 1,001 the two seats of equal weight get 500 each.
      block(at(8), emit('rewards', 'TermClosed', { term: 1, elected: 1, amount: 1_000n, weight: 6n })),
      block(
        at(8, 1),
        emit('rewards', 'CommissionPaid', { term: 1, candidateId: 2, to: bob, amount: 100n }),
        emit('rewards', 'RewardPaid', { term: 1, voterId: 1, to: payout, amount: 441n }),
      ),
    ],
    assertions: [
      {
        query: `{ termRewards(id: "${id(1)}") { term election { term } amount weight paid closedAt seats(orderBy: index) { id seat { id } candidate { number } slashed weight reward commission commissionPaid forVoters } claims(orderBy: amount) { term kind candidate { number } voter { number } account { id } amount } }
          candidate(id: "${id(2)}") { commissions seatRewards { reward } } voter(id: "${id(1)}") { rewards } account(id: "${payout}") { validatorRewards rewardClaims { amount } }
          protocol(id: "0x00") { validatorRewards validatorRewardsPaid communeReceived latestClosedTerm { term } } epoch(id: "${id(8)}") { validatorRewards validatorRewardsPaid communeReceived } seventh: epoch(id: "${id(7)}") { communeReceived }
          appointments { role account appointed } }`,
        expected: {
          termRewards: {
            term: 1,
            election: { term: 1 },
            amount: '1000',
            weight: '6',
            paid: '541',
            closedAt: `${at(8)}`,
            seats: [
              { weight: '3', reward: '500', commission: '50', commissionPaid: false, forVoters: '450' },
              { weight: '3', reward: '500', commission: '100', commissionPaid: true, forVoters: '400' },
              { weight: '0', reward: '0', commission: '0', commissionPaid: false, forVoters: '0' },
            ].map((one, i) => ({
              id: seat(1, i),
              seat: { id: seat(1, i) },
              candidate: { number: i + 1 },
              slashed: i === 2,
              ...one,
            })),
            claims: [
              {
                term: 1,
                kind: 'COMMISSION',
                candidate: { number: 2 },
                voter: null,
                account: { id: bob },
                amount: '100',
              },
              { term: 1, kind: 'VOTER', candidate: null, voter: { number: 1 }, account: { id: payout }, amount: '441' },
            ],
          },
          candidate: { commissions: '100', seatRewards: [{ reward: '500' }] },
          voter: { rewards: '441' },
          account: { validatorRewards: '441', rewardClaims: [{ amount: '441' }] },
          protocol: {
            validatorRewards: '1000',
            validatorRewardsPaid: '541',
            communeReceived: '1001',
            latestClosedTerm: { term: 1 },
          },
          epoch: { validatorRewards: '1000', validatorRewardsPaid: '541', communeReceived: '0' },
          seventh: { communeReceived: '1001' },
          appointments: [{ role: 'court', account: payout, appointed: true }],
        },
      },
    ],
  },
  {
    name: 'rewards: what rounding left is found out, seats of an earlier election earn again, and a term without seats keeps all',
    blocks: [
      start,
      block(electionTime, emit('rewards', 'TermClosed', { term: 0, elected: 0, amount: 0n, weight: 0n })),
      block(electionTime + 1, ...together(1, ...solved)),
      // Of 102 by weights 3, 3 and 1: 43, 43 and 14.
      block(at(12), emit('rewards', 'TermClosed', { term: 2, elected: 1, amount: 100n, weight: 7n })),
    ],
    assertions: [
      {
        query: `{ termRewards_collection(orderBy: term) { term election { term } amount seats(orderBy: index) { id seat { id } reward } } candidate(id: "${id(1)}") { seats { term } seatRewards { term reward } } }`,
        expected: {
          termRewards_collection: [
            { term: 0, election: null, amount: '0', seats: [] },
            {
              term: 2,
              election: { term: 1 },
              amount: '100',
              seats: [43, 43, 14].map((reward, i) => ({
                id: seat(2, i),
                seat: { id: seat(1, i) },
                reward: `${reward}`,
              })),
            },
          ],
          candidate: { seats: [{ term: 1 }], seatRewards: [{ term: 2, reward: '43' }] },
        },
      },
    ],
  },
];
