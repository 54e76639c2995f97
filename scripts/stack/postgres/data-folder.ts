import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isReachableBy, type User } from './user.ts';

/** Where PostgreSQL's files are: below the data folder, unless its user cannot go there. Makes the folder. */
export function postgresFolder(dataFolder: string, user: User | undefined): string {
  const wanted = join(dataFolder, 'postgres');
  mkdirSync(dataFolder, { recursive: true });
  const folder = user && !isReachableBy(user, dirname(wanted)) ? elsewhere(dataFolder) : wanted;
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The same one for the same project. */
function elsewhere(dataFolder: string): string {
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(tmpdir(), `commune-${key}-postgres`);
}
