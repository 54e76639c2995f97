import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/checks/tool.ts';
import { gndProgram } from '../../../scripts/stack/graph/gnd.ts';
import { Guardian } from '../../../scripts/stack/guardian.ts';
import { ensureDatabase } from '../../../scripts/stack/postgres/databases.ts';
import { startPostgres } from '../../../scripts/stack/postgres/postgres.ts';
import { compileSubgraph } from '../../../subgraph/tools/compile.ts';
import { type Case, REPLAY } from './case.ts';

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
        - event: Replayed(string,string,bytes)
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
    await ensureDatabase(postgres.url('postgres'), 'graph', true);
    mkdirSync(join(work, 'cases'));
    const files = cases.map((_, i) => join(work, 'cases', `${i.toString().padStart(3, '0')}.json`));
    for (const [i, file] of files.entries()) writeFileSync(file, JSON.stringify(numbered(cases[i] as Case)));
    const args = ['test', '--skip-build', '-m', join(folder, 'subgraph.yaml'), '--postgres-url', postgres.url('graph')];
    const { stdout, stderr } = spawnSync(program, [...args, ...files], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const parts = stdout.split(/^→ Running /m).slice(1);
    if (parts.length !== cases.length)
      throw new Error(`gnd test ran ${parts.length} of ${cases.length} cases:\n${stderr}`);
    return new Map(cases.map(({ name }, i) => [name, failureIn(name, parts[i] ?? '')]));
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

/** Every case starts with block 1. */
function numbered({ name, blocks, assertions }: Case): Case {
  return { name, blocks: blocks.map((one, i) => ({ number: i + 1, ...one })), assertions };
}

/** What the compiled subgraph has besides: a data source for events that `gnd test` cannot encode. */
function extras(): Record<string, string> {
  const manifest = readFileSync(join(root, 'subgraph', 'subgraph.yaml'), 'utf8');
  const inputs = ['name:string', 'types:string', 'data:bytes'].map((one) => {
    const [name, type] = one.split(':');
    return { name, type, indexed: false };
  });
  return {
    'subgraph/subgraph.yaml': manifest.replace('templates:\n', `${REPLAY_SOURCE}templates:\n`),
    'subgraph/testing/replay.ts': readFileSync(join(root, 'subgraph', 'testing', 'replay.ts'), 'utf8'),
    [REPLAY_ABI]: JSON.stringify([{ type: 'event', name: 'Replayed', anonymous: false, inputs }]),
  };
}
