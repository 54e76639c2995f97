import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** On Linux and macOS the user without rights, by convention. */
const NOBODY: User = { uid: 65_534, gid: 65_534 };
const EXECUTE = 0o1;

/** Who runs PostgreSQL: it refuses to run as root. Undefined: whoever we are. */
export function postgresUser(): User | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** Whether a user without rights can go into a folder: it and all above it let everybody pass. */
export function isReachableBy({ uid }: User, folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false });
    // What does not exist yet will be made by us and given to him.
    if (stat !== undefined && stat.uid !== uid && (stat.mode & EXECUTE) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
