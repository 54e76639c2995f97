/**
 * What a case costs: `npm run bench:court`. Gas of every step of a case with three jurors and no appeal, base cost of transactions included,
 * and beside it what is published of Kleros v2. Fails when the target is missed.
 */
import { network } from 'hardhat';
import { type Address, encodeFunctionData } from 'viem';
import { runTool } from '../checks/tool.ts';
import { formatTable, type TableColumn } from '../cycle/table.ts';
import { compile } from '../local/compile.ts';
import {
  ballotOf,
  type CourtWorld,
  gasOf,
  newDispute,
  openCourt,
  PARAMETERS,
  seedHeader,
  WINDOWS,
} from './court-world.ts';

const SEATS = 24;
const JURORS = 3;
const TARGET = 750_000n;
/** The validators and the arbitrable that the court is measured with. */
const DOUBLES = ['test/support/SeatsDouble.sol', 'test/support/Arbitrables.sol'];

/** Gas as it is published of Kleros v2, of a case with 100 jurors. */
const KLEROS: [step: string, gas: string][] = [
  ['setStake, each juror', '260,000'],
  ['createDispute', '466,000'],
  ['draw, 3 seats', '614,000'],
  ['commit, each', '95,000–112,000'],
  ['reveal, each', '147,000–202,000'],
  ['execute', '489,000'],
  ['rule', '84,000'],
  ['whole case, 100 jurors', '2,990,000'],
];

type Costs = Map<string, bigint>;

const BATCH = 'rule, settle, withdrawals';

const say = (text: string) => console.log(`[court] ${text}`);
await compile(say, new AbortController().signal);
const { code } = await runTool('hardhat', ['build', '--quiet', ...DOUBLES]);
if (code !== 0) throw new Error('The doubles of validators and arbitrable do not compile.');
const world = await openCourt(await network.create(), SEATS);

const alone = await fromTheStart(() => measureCase(world, [1, 1, 1], false));
const batched = await fromTheStart(() => measureCase(world, [1, 1, 1], true));
const split = await fromTheStart(() => measureCase(world, [1, 1, 2], true));
const columnsOf: [title: string, costs: Costs][] = [
  ['each step alone', alone],
  ['end in one', batched],
  ['and one juror incoherent', split],
];

print();
process.exitCode = sumOf(batched) <= TARGET ? 0 : 1;

async function fromTheStart<T>(measure: () => Promise<T>): Promise<T> {
  const start = await world.connection.networkHelpers.takeSnapshot();
  const result = await measure();
  await start.restore();
  return result;
}

/** @param isBatched whether rule, settle and withdrawals are one transaction of whoever keeps the court */
async function measureCase(on: CourtWorld, choices: readonly number[], isBatched: boolean): Promise<Costs> {
  const { court, connection, jurors } = on;
  const { time } = connection.networkHelpers;
  const costs: Costs = new Map();
  const add = (step: string, gas: bigint) => costs.set(step, (costs.get(step) ?? 0n) + gas);
  const send = async (step: string, transaction: ReturnType<typeof court.write.arm>) =>
    add(step, await gasOf(on, transaction));
  const { disputeId, gas } = await newDispute(on, 2n, PARAMETERS.feePerJuror * BigInt(JURORS));
  add('create', gas);
  await time.increase(WINDOWS.evidence);
  await send('arm', court.write.arm([disputeId]));
  const { header } = await seedHeader(on, disputeId, 0);
  await send('draw', court.write.draw([disputeId, header]));
  const jury = await court.read.juryOf([disputeId, 0n]);
  const ballots = jury.map((juror, seat) => ballotOf(on, disputeId, 0, seat, juror, choices[seat] as number));
  const accountOf = (seat: number) => jurors[(jury[seat] as number) - 1]?.account;
  for (const [seat, { commitment }] of ballots.entries()) {
    const options = { account: accountOf(seat) };
    await send('3 commits', court.write.commit([disputeId, 0n, BigInt(seat), commitment], options));
  }
  for (const [seat, { salt }] of ballots.entries()) {
    const choice = BigInt(choices[seat] as number);
    await send('3 reveals', court.write.reveal([disputeId, 0n, BigInt(seat), choice, salt]));
  }
  await time.increase(WINDOWS.appeal);
  const isCoherent = (seat: number) => choices[seat] === choices[0];
  const paid = jury.filter((_, seat) => isCoherent(seat)).map((juror) => jurors[juror - 1]?.account.address as Address);
  if (isBatched) {
    const steps = [
      encodeFunctionData({ abi: court.abi, functionName: 'executeRuling', args: [disputeId] }),
      encodeFunctionData({ abi: court.abi, functionName: 'settle', args: [disputeId, 0n] }),
      ...paid.map((account) => encodeFunctionData({ abi: court.abi, functionName: 'withdraw', args: [account] })),
    ];
    await send(BATCH, court.write.multicall([steps]));
    return costs;
  }
  await send('rule', court.write.executeRuling([disputeId]));
  await send('settle', court.write.settle([disputeId, 0n]));
  for (const account of paid) await send('withdrawals', court.write.withdraw([account], { account }));
  return costs;
}

function print(): void {
  const columns: TableColumn[] = [
    { title: '', align: 'left' },
    ...columnsOf.map(([title]): TableColumn => ({ title, align: 'right' })),
  ];
  const steps = [...alone.keys(), BATCH];
  const rows = steps.map((step) => [step, ...columnsOf.map(([, costs]) => cell(costs.get(step)))]);
  rows.push(['whole case', ...columnsOf.map(([, costs]) => count(sumOf(costs)))]);
  console.log('\nA case with three jurors, drawn from 24 seats, without appeal\n');
  console.log(formatTable(columns, rows));
  console.log(`
Base cost of every transaction included. Every slot is written for the first time: nobody of the court had a case before. Whoever keeps
the court can rule, settle and pay everybody in one transaction (multicall), which is what the target is measured with: then what is
credited never stays in storage. The validators contract and the arbitrable are doubles: the arbitrable names parties by one storage slot
an account and stores its ruling in another.`);
  console.log('\nKleros v2, published figures\n');
  const klerosColumns: TableColumn[] = [
    { title: '', align: 'left' },
    { title: 'gas', align: 'right' },
  ];
  console.log(formatTable(klerosColumns, KLEROS));
  console.log(`
This is no like for like. Kleros v2 weighs jurors by stake in a tree of courts, has dispute kits, crowdfunded appeals and a court's whole
life behind its numbers; ours draws equal seats of an elected set of 24, whose bonding (their setStake) is paid once a term elsewhere and
is not counted here. Its figure for a whole case is of one with 100 jurors.`);
  const met = sumOf(batched) <= TARGET;
  console.log(
    `\n${met ? 'met   ' : 'MISSED'}  whole case ≤ ${count(TARGET)} gas: ${count(sumOf(batched))}; each step alone: ${count(sumOf(alone))}`,
  );
}

function sumOf(costs: Costs): bigint {
  return [...costs.values()].reduce((sum, gas) => sum + gas, 0n);
}

function cell(value: bigint | undefined): string {
  return value === undefined ? '' : count(value);
}

function count(value: bigint): string {
  return value.toLocaleString('en');
}
