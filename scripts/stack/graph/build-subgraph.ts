import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../checks/tool.ts';
import { PlainError } from '../../local/plain-error.ts';

const SCRIPT = join(root, 'subgraph', 'build.ts');

/** The subgraph can be built. */
export function hasSubgraph(): boolean {
  return existsSync(SCRIPT);
}

/**
 * Builds the subgraph for the addresses of a deployment.
 *
 * @returns the folder with its manifest
 * @throws {PlainError} with what the build says
 */
export async function buildSubgraph(dataFolder: string, signal?: AbortSignal): Promise<string> {
  const folder = join(dataFolder, 'graph', 'subgraph');
  const child = spawn(
    process.execPath,
    [SCRIPT, '--deployment', join(dataFolder, 'deployment.json'), '--out', folder],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((done) => {
    child.once('close', (status) => done(status ?? 1)).once('error', () => done(1));
  });
  signal?.throwIfAborted();
  if (code !== 0) throw new PlainError(`The subgraph cannot be built:\n子图构建失败：\n\n${output.trim()}`);
  return folder;
}
