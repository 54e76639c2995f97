import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/checks/tool.ts';
import { Guardian } from '../../../scripts/stack/guardian.ts';
import { ensureDatabase } from '../../../scripts/stack/postgres/databases.ts';
import { startPostgres } from '../../../scripts/stack/postgres/postgres.ts';
import { compileSubgraph } from '../../../subgraph/tools/compile.ts';
import { gndProgram } from '../../../subgraph/tools/graph-program.ts';
import { type Case, REPLAY } from './case.ts';
import { cid, DOCUMENTS } from './fixtures.ts';

const NO_JSON = '{';
/** Cases in one process: it keeps what each of them opened, and breaks down with sixty. */
const BATCH = 15;
const LATER_BLOCKS = 10;
const LATER = 1_800_000_000;
const REPLAY_ABI = 'artifacts/testing/Replay.json';
const REPLAY_SOURCE = `  - kind: ethereum
    name: Replay
    network: localhost
    source:
      address: "${REPLAY}"
      abi: Replay
      startBlock: 0
    mapping:
      kind: ethereum/events
      apiVersion: 0.0.9
      language: wasm/assemblyscript
      file: ./testing/replay.ts
      entities:
        - Protocol
      abis:
        - name: Replay
          file: ../${REPLAY_ABI}
      eventHandlers:
        - event: Replayed(address,string,string,bytes)
          handler: handleReplayed
`;

/** Runs cases with `gnd test`. Gives what went wrong with each; nothing for one that passed. */
export async function runCases(cases: readonly Case[]): Promise<Map<string, string | undefined>> {
  const program = gndProgram();
  if (program === undefined) throw new Error('no gnd');
  const { folder } = await compileSubgraph(undefined, extras());
  const work = mkdtempSync(join(tmpdir(), 'commune-gnd-test-'));
  const guardian = new Guardian();
  const postgres = await startPostgres(work, guardian, () => {});
  if (postgres === undefined) throw new Error('npm has no PostgreSQL for this platform');
  try {
    mkdirSync(join(work, 'cases'));
    const files = cases.map((_, i) => join(work, 'cases', `${i.toString().padStart(3, '0')}.json`));
    for (const [i, file] of files.entries()) writeFileSync(file, JSON.stringify(written(cases[i] as Case)));
    const run = async (some: readonly string[]): Promise<string[]> => {
      await ensureDatabase(postgres.url('postgres'), 'graph', true);
      const args = [
        'test',
        '--skip-build',
        '-m',
        join(folder, 'subgraph.yaml'),
        '--postgres-url',
        postgres.url('graph'),
      ];
      const { stdout, stderr } = spawnSync(program, [...args, ...some], { encoding: 'utf8', maxBuffer: 2 ** 26 });
      const parts = stdout.split(/^→ Running /m).slice(1);
      if (parts.length !== some.length)
        throw new Error(`gnd test ran ${parts.length} of ${some.length} cases:\n${stderr}`);
      return parts;
    };
    const outputs: string[] = [];
    for (let from = 0; from < files.length; from += BATCH)
      outputs.push(...(await run(files.slice(from, from + BATCH))));
    const failures = new Map<string, string | undefined>();
    for (const [i, { name }] of cases.entries()) {
      // One that fails leaves the database to the next ones as it was.
      const isAlone = failureIn(name, outputs[i] ?? '') === undefined;
      failures.set(name, isAlone ? undefined : failureIn(name, (await run([files[i] as string]))[0] ?? ''));
    }
    return failures;
  } finally {
    await postgres.part.stop();
    await guardian.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function failureIn(name: string, output: string): string | undefined {
  const isPassed = output.includes(`✔ ${name}`) && !output.includes('✘');
  return isPassed ? undefined : output;
}

/** A case as gnd reads it: with numbers of blocks, and something for every document that is asked for. */
function written({ name, blocks, assertions, files = {} }: Case): object {
  const served = DOCUMENTS.map((n) => ({ cid: cid(n), content: files[cid(n)] ?? NO_JSON }));
  // Documents are handled with the block that comes after they were read.
  const later = Array.from({ length: LATER_BLOCKS }, (_, i) => ({ timestamp: LATER + i, events: [] }));
  const numbered = [...blocks, ...later].map((one, i) => ({ number: i + 1, ...one }));
  return { name, files: served, blocks: numbered, assertions };
}

/** What the compiled subgraph has besides: a data source for events that `gnd test` cannot encode. */
function extras(): Record<string, string> {
  const manifest = readFileSync(join(root, 'subgraph', 'subgraph.yaml'), 'utf8');
  const inputs = ['source:address', 'name:string', 'types:string', 'data:bytes'].map((one) => {
    const [name, type] = one.split(':');
    return { name, type, indexed: false };
  });
  return {
    'subgraph/subgraph.yaml': manifest.replace('templates:\n', `${REPLAY_SOURCE}templates:\n`),
    'subgraph/testing/replay.ts': readFileSync(join(root, 'subgraph', 'testing', 'replay.ts'), 'utf8'),
    [REPLAY_ABI]: JSON.stringify([{ type: 'event', name: 'Replayed', anonymous: false, inputs }]),
  };
}
