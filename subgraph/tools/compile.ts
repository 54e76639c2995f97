import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/checks/tool.ts';
import { builder } from './graph-program.ts';
import { readSources } from './sources.ts';
import { SubgraphError } from './subgraph-error.ts';

const CACHE = join(root, 'cache', 'subgraph');

export interface Compiled {
  readonly hash: string;
  /** Sources with generated types and, below `build`, the compiled index with the placeholders of the manifest. */
  readonly folder: string;
}

/**
 * Compiles the mappings, once for every state of sources and ABIs; two processes may do so at the same time.
 *
 * @param extra files by path from the project's root that are compiled, too
 * @throws {SubgraphError} with what the compiler says
 */
export async function compileSubgraph(signal?: AbortSignal, extra?: Record<string, string>): Promise<Compiled> {
  const sources = readSources(extra);
  const finished = join(CACHE, sources.hash);
  const result = { hash: sources.hash, folder: join(finished, 'subgraph') };
  if (existsSync(finished)) return result;
  const work = join(CACHE, `.${sources.hash}-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    sources.copyTo(work);
    for (const task of ['codegen', 'build']) await run(task, join(work, 'subgraph'), signal);
    if (!existsSync(finished)) renameSync(work, finished);
  } catch (error) {
    // Somebody else may have been faster.
    if (!existsSync(finished)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return result;
}

async function run(task: string, cwd: string, signal: AbortSignal | undefined): Promise<void> {
  const { command, args } = builder();
  const child = spawn(command, [...args, task], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail).once('close', (status) => done(status ?? 1));
  });
  if (code !== 0) throw new SubgraphError(`The subgraph does not build (${task}):\n\n${errorsIn(output)}`);
}

/** The warnings about generated code are thousands of lines that nobody can do anything about. */
function errorsIn(output: string): string {
  const blocks = output.split(/\n(?=WARNING|ERROR|FAILURE|✖)/).filter((block) => !block.startsWith('WARNING'));
  return blocks.join('\n').trim().slice(-4_000);
}
