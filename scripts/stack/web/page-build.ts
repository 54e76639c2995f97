import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { root } from '../../checks/tool.ts';
import { PlainError } from '../../local/plain-error.ts';
import { pageFingerprint } from './fingerprint.ts';

export const PAGE_FOLDER = join(root, 'web', 'dist');
const STAMP = join(PAGE_FOLDER, '.fingerprint');

/**
 * Builds the page unless the last build was made of the same sources.
 *
 * @throws {PlainError} with what Vite says
 */
export async function buildPage(say: (event: Localized) => void, signal?: AbortSignal): Promise<void> {
  const fingerprint = pageFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  say({ en: 'building the page ...', 'zh-Hans': '正在构建网页……' });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-page.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
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
  if (code !== 0) {
    throw new PlainError(`The page cannot be built:\n网页构建失败：\n\n${stripVTControlCharacters(output).trim()}`);
  }
  writeFileSync(STAMP, fingerprint);
}
