import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from '../../local/plain-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { User } from './user.ts';

export const SUPERUSER = 'commune';

/**
 * Makes an empty cluster unless there is one, in the encoding that graph-node demands.
 *
 * @returns the superuser's password: everybody on this machine can reach the port
 */
export async function initCluster(binaries: PostgresBinaries, folder: string, user?: User): Promise<string> {
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  // Written last: without it an earlier attempt was interrupted.
  const complete = join(data, 'complete');
  if (existsSync(complete)) return readFileSync(passwordFile, 'utf8');
  rmSync(data, { recursive: true, force: true });
  const password = randomBytes(16).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const args = ['-D', data, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await promisify(execFile)(binaries.initdb, [...args, '-E', 'UTF8', '--locale=C', '--no-sync'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      ...user,
    });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new PlainError(
      `PostgreSQL could not set up its files in ${folder}. A PostgreSQL of your own can be used instead: RELAY_DATABASE_URL and GRAPH_DATABASE_URL.
PostgreSQL 无法在 ${folder} 中初始化。也可以用 RELAY_DATABASE_URL 与 GRAPH_DATABASE_URL 指向您自己的 PostgreSQL。\n\n${stderr.trim() || message}`,
    );
  }
  writeFileSync(complete, '');
  return password;
}
