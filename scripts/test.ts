// `npm test`: compiles the contracts, runs the Solidity tests, then the TypeScript tests, and adds both up.
// `npm test -- test/models` runs these files or folders only; options such as `--grep x` go on to Hardhat.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, runTool } from './checks/tool.ts';

interface Runner {
  name: string;
  task: 'solidity' | 'mocha';
  /** How the names of its test files end; everything else below test/ is a helper or a fixture. */
  suffix: '.t.sol' | '.test.ts';
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const RUNNERS: Runner[] = [
  { name: 'Solidity', task: 'solidity', suffix: '.t.sol' },
  { name: 'TypeScript', task: 'mocha', suffix: '.test.ts' },
];
const NAME_FILTERS = ['--grep', '--grep-exclude'];
const MOCHA_ONLY = ['--bail'];

const args = process.argv.slice(2);
const isPath = (arg: string, i: number) => !NAME_FILTERS.includes(args[i - 1] ?? '') && existsSync(join(root, arg));
const paths = args.filter(isPath);
const options = args.filter((arg, i) => !isPath(arg, i));
const isPartial = paths.length > 0 || options.some((option) => NAME_FILTERS.includes(option));

await main();

async function main() {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  if (await compile()) {
    for (const runner of RUNNERS) {
      const files = filesOf(runner);
      if (files.length === 0 && isPartial) continue;
      const counts = await run(runner, files);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
    if (total.passed + total.failed === 0) {
      say('no test was selected, and a run without tests counts as one failure');
      total.failed = 1;
    }
  } else {
    say('the contracts do not compile or do not fit the web, which counts as one failure; no test was run');
    total.failed = 1;
  }
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function compile(): Promise<boolean> {
  const started = Date.now();
  say('compiling the contracts; a minute or two the first time ...');
  const { code } = await runTool('hardhat', ['build']);
  say(`compiler ended after ${secondsSince(started)}`);
  return code === 0 && (await generate());
}

/** What the web's code imports; silent when nothing has changed. */
async function generate(): Promise<boolean> {
  for (const what of ['abis', 'queries']) {
    const { code } = await runTool('node', [`web/scripts/generate-${what}.ts`]);
    if (code !== 0) return false;
  }
  return true;
}

function filesOf({ suffix }: Runner): string[] {
  const chosen = paths.length > 0 ? paths : ['test'];
  return chosen
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? globSync(`${path}/**/*`, { cwd: root }) : [path]))
    .filter((file) => file.endsWith(suffix))
    .sort();
}

/** A runner that crashes, contradicts itself or runs nothing counts as one more failure. */
async function run({ name, task, suffix }: Runner, files: string[]): Promise<Counts> {
  say(`${name} tests: ${files.length} files ...`);
  const none = { passed: 0, failed: 1, skipped: 0 };
  if (files.length === 0) return broken(name, `there is no *${suffix} below test/`, none);
  const started = Date.now();
  const accepted = task === 'mocha' ? options : options.filter((option) => !MOCHA_ONLY.includes(option));
  const { code, output } = await runTool('hardhat', ['test', task, ...accepted, ...files]);
  const counts = readCounts(output);
  if (!counts) return broken(name, `no summary in its output (exit code ${code})`, none);
  say(`${name} tests: ${counts.passed} passed, ${counts.failed} failed after ${secondsSince(started)}`);
  const oneMore = { ...counts, failed: counts.failed + 1 };
  if (code !== 0 && counts.failed === 0) return broken(name, `exit code ${code} without a failing test`, oneMore);
  if (code === 0 && counts.failed > 0) return broken(name, 'exit code 0 with failing tests', oneMore);
  if (counts.passed + counts.failed === 0 && !isPartial) return broken(name, 'no test was run', oneMore);
  return counts;
}

function broken(name: string, reason: string, counts: Counts): Counts {
  say(`${name} tests: ${reason}, which counts as one failure`);
  return counts;
}

/** Both runners end with `  3 passing (1s)`, then a line each for failing and pending or skipped if there are any. */
function readCounts(output: string): Counts | undefined {
  const lines = stripVTControlCharacters(output).split(/\r?\n/);
  const first = lines.findLastIndex((line) => /^ {2}\d+ passing( \(\S+\))?$/.test(line));
  if (first < 0) return undefined;
  const counts: Counts = { passed: Number.parseInt(lines[first] ?? '', 10), failed: 0, skipped: 0 };
  for (const line of lines.slice(first + 1)) {
    const [, count, kind] = /^ {2}(\d+) (failing|pending|skipped)$/.exec(line) ?? [];
    if (!count) break;
    counts[kind === 'failing' ? 'failed' : 'skipped'] += Number(count);
  }
  return counts;
}

function say(text: string) {
  console.log(`[test] ${text}`);
}

function secondsSince(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
