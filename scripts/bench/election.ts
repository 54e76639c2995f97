/**
 * What elections cost: `npm run bench:election`. Gas of whole solutions by their size, of a better one, of pages, and of what voters
 * and candidates do. Base cost of transactions included. Fails when the target is missed.
 */
import { network } from 'hardhat';
import type { Address } from 'viem';
import { encodeSolution } from '../../protocol/validators/encode-solution.ts';
import { pageSolution } from '../../protocol/validators/page-solution.ts';
import type { ElectionSolution, SolutionVoter } from '../../protocol/validators/solution.ts';
import { formatTable } from '../cycle/table.ts';
import { compile } from '../local/compile.ts';
import {
  addCandidates,
  addVoter,
  addVoters,
  deployElections,
  type ElectionWorld,
  gasOf,
  newAccount,
  setRules,
  toEpochStart,
} from '../local/election-world.ts';

const SEATS = 32;
const EDGES_EACH = 3;
const TARGET = { voters: 200, gas: 3_000_000n };
const SIZES = [50, 100, TARGET.voters, 400, 800];
const PLACES = 1_024;
/** As the keeper of the relay pages them. */
const EDGES_PER_PAGE = 1_500;
const CTT = 10n ** 18n;
/** Validators who earned power in so many epochs: what is looked up at the freeze is a search among as many checkpoints. */
const HISTORY = 52;
/** Elected in epoch 55. */
const TERM = 14;

const say = (text: string) => console.log(`[election] ${text}`);
await compile(say, new AbortController().signal);

say(`${SEATS} candidates who earned power in ${HISTORY} epochs ...`);
const world = await newWorld();
const candidateAccounts = await addCandidates(world, candidates(), HISTORY);

const rows: string[][] = [];
let met = false;
for (const voters of SIZES) {
  say(`${count(voters)} voters, ${count(voters * EDGES_EACH)} edges, ${SEATS} seats ...`);
  rows.push(await fromHere(() => measure(voters)));
}
console.log('\nOne solution, verified and seated in a single transaction; the same from a draft in pages\n');
console.log(
  formatTable(
    ['voters', 'edges', 'seats', 'calldata', 'whole, first', 'whole, better', 'draft', 'pages', 'largest page'].map(
      (title) => ({
        title,
        align: 'right' as const,
      }),
    ),
    rows,
  ),
);
say(`a full list of ${count(PLACES)} voters ...`);
console.log('\nWhat others pay, with a full list of voters\n');
console.log(
  formatTable(
    [
      { title: '', align: 'left' },
      { title: 'gas', align: 'right' },
    ],
    Object.entries(await measureOthers()).map(([what, gas]) => [what, count(gas)]),
  ),
);
console.log(
  `\n${met ? 'met   ' : 'MISSED'}  a solution of ${TARGET.voters} voters, ${TARGET.voters * EDGES_EACH} edges, ${SEATS} seats ≤ ${count(TARGET.gas)} gas`,
);
process.exitCode = met ? 0 : 1;

async function measure(voters: number): Promise<string[]> {
  await addVoters(
    world,
    Array.from({ length: voters }, (_, i) => voter(i)),
  );
  await toEpochStart(world, TERM * 4 - 1);
  const { elections } = world.contracts;
  const [worse, better] = [solution(voters, 100n), solution(voters, 1n)];
  const first = await fromHere(() => submit(worse));
  if (voters === TARGET.voters) met = first <= TARGET.gas;
  const pages = pageSolution(worse, EDGES_PER_PAGE);
  let largestPage = 0n;
  const draft = await fromHere(async () => {
    let gas = await gasOf(world, elections.write.beginDraft([TERM, worse.winners]));
    for (const page of pages) {
      const encoded = encodeSolution(page);
      const used = await gasOf(world, elections.write.addPage([encoded.voters, encoded.edges]));
      if (used > largestPage) largestPage = used;
      gas += used;
    }
    return gas + (await gasOf(world, elections.write.finishDraft()));
  });
  await submit(worse);
  const replaced = await submit(better);
  const { voters: ids, edges } = encodeSolution(worse);
  const bytes = (ids.length + edges.length) / 2 - 2;
  return [voters, voters * EDGES_EACH, SEATS, bytes, first, replaced, draft, pages.length, largestPage].map(count);
}

async function measureOthers(): Promise<Record<string, bigint>> {
  const everybody = Array.from({ length: PLACES }, (_, i) => voter(i));
  const [smallest] = (await addVoters(world, everybody)) as [Address];
  const [candidate] = candidateAccounts as [Address];
  const { validators } = world.contracts;
  const all = Array.from({ length: 16 }, (_, i) => i + 1);
  const newcomer = await newAccount(world, 'newcomer', 0);
  return {
    'bond and nominate, evicting the smallest': await addVoter(world, newcomer, {
      stake: 10n ** 7n * CTT,
      targets: all,
    }),
    'nominate 16 others': await gasOf(world, validators.write.nominate([all], { account: newcomer })),
    'unbond all, which frees a place': await gasOf(
      world,
      validators.write.unbond([10n ** 7n * CTT], { account: newcomer }),
    ),
    'enlist the evicted voter again': await gasOf(
      world,
      validators.write.enlist([await validators.read.voterIdOf([smallest])]),
    ),
    'lower a self-bond': await gasOf(world, validators.write.lowerSelfBond([CTT], { account: candidate })),
    'set a commission': await gasOf(world, validators.write.setCommission([7], { account: candidate })),
  };
}

async function newWorld(): Promise<ElectionWorld> {
  const world = await deployElections(await network.create(), PLACES);
  await setRules(world, { seats: SEATS, minSelfBond: 1_000n * CTT, minPower: 1n });
  return world;
}

function candidates() {
  return Array.from({ length: SEATS }, (_, i) => ({
    selfBond: 1_000n * CTT,
    commissionBps: 100 * (i % 20),
    power: BigInt(100 + i),
  }));
}

/** Amounts have no zero bytes to speak of, as in life. */
function stakeOf(i: number): bigint {
  return 1_000n * CTT + BigInt(i) * 123_456_789_012_345_678n + 987_654_321_098_765_432n;
}

function voter(i: number) {
  const targets = [0, 1, 2].map((step) => ((i * 7 + step * 11) % SEATS) + 1).sort((a, b) => a - b);
  return { stake: stakeOf(i), targets };
}

/** @param skew how much more a voter's first winner gets */
function solution(voters: number, skew: bigint): ElectionSolution {
  const split = Array.from({ length: voters }, (_, i): SolutionVoter => {
    const { stake, targets } = voter(i);
    const each = (stake - skew * CTT) / 3n;
    const amounts = [each, each, stake - 2n * each];
    const edges = targets.map((id, lane) => ({ lane, winner: id - 1, amount: amounts[lane] as bigint }));
    return { id: i + 1, edges };
  });
  return { winners: Array.from({ length: SEATS }, (_, i) => i + 1), voters: split };
}

function submit(one: ElectionSolution): Promise<bigint> {
  const { winners, voters, edges } = encodeSolution(one);
  return gasOf(world, world.contracts.elections.write.submit([TERM, winners, voters, edges]));
}

async function fromHere<T>(measureOnce: () => Promise<T>): Promise<T> {
  const start = await world.networkHelpers.takeSnapshot();
  const result = await measureOnce();
  await start.restore();
  return result;
}

function count(value: number | bigint): string {
  return value.toLocaleString('en');
}
