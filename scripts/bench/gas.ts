/**
 * Gas of everything that has a target: `npm run bench:gas` measures and writes `gas-snapshot.json`, `-- --check` compares with
 * it instead. Base cost of the transaction included; the dearest of several transactions counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { network } from 'hardhat';
import { formatTable } from '../cycle/table.ts';
import { compile } from '../local/compile.ts';
import { deployLocal } from '../local/deploy-local.ts';
import { runGasScenario } from './gas-scenario.ts';

const SNAPSHOT = new URL('gas-snapshot.json', import.meta.url);
const LARGE_STATEMENT = 1_000_000;
/** Parts per thousand: compilers and nodes are pinned, only addresses with zero bytes differ. */
const TOLERANCE = 5n;

/** Upper limits by the beginning of a step's name; the first that fits holds. */
const TARGETS: [step: string, gas: bigint][] = [
  ['commit statement', 200_000n],
  ['open lot leaf', 150_000n],
  ['open nominee leaf', 110_000n],
  ['commit report', 190_000n],
  ['reveal 8 parameters', 110_000n],
  ['tally of', 9_000n],
  ['score one report', 130_000n],
  ['score in a batch', 90_000n],
  ['claim', 75_000n],
  ['challenge a receipt', 70_000n],
  ['answer a challenge', 120_000n],
  ['slash two receipts for one order', 75_000n],
];

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
await compile(console.log, new AbortController().signal);
const commune = await deployLocal(await network.create());
console.log(`[gas] measuring, with a statement of ${LARGE_STATEMENT.toLocaleString('en')} orders (half a minute) ...`);
await runGasScenario(commune, LARGE_STATEMENT);
commune.gas.entries.delete('set-up');

const measured = Object.fromEntries([...commune.gas.entries].map(([step, { max }]) => [step, Number(max)]));
const before = options.check ? (JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Record<string, number>) : measured;
const problems: string[] = [];
const rows = Object.entries(measured).map(([step, gas]) => {
  const target = TARGETS.find(([start]) => step.startsWith(start))?.[1];
  if (target !== undefined && BigInt(gas) > target) problems.push(`${step}: ${gas} gas, the target is ${target}`);
  const committed = before[step];
  if (committed === undefined) problems.push(`${step}: not in the snapshot`);
  else if (BigInt(Math.abs(gas - committed)) * 1_000n > BigInt(committed) * TOLERANCE) {
    problems.push(`${step}: ${gas} gas, the snapshot says ${committed}`);
  }
  return [step, gas.toLocaleString('en'), target?.toLocaleString('en') ?? ''];
});
for (const step of Object.keys(before)) if (!(step in measured)) problems.push(`${step}: no longer measured`);

console.log(
  formatTable(
    [
      { title: 'step', align: 'left' },
      { title: 'gas', align: 'right' },
      { title: 'target', align: 'right' },
    ],
    rows,
  ),
);
if (!options.check) writeFileSync(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
for (const problem of problems) console.error(`[gas] ${problem}`);
if (problems.length > 0 && options.check)
  console.error('[gas] if this is meant, run `npm run bench:gas` and commit it');
process.exitCode = problems.length === 0 ? 0 : 1;
