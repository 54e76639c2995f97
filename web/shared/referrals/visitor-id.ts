import { readStored, writeStored } from '../storage/stored.ts';

const KEY = 'visitor';

/** Random id of this browser: the relay finds a visitor's last click by it. It says nothing about him and he can delete it. */
export function visitorId(): string {
  const known = readStored(KEY);
  if (typeof known === 'string' && known.length >= 16 && known.length <= 64) return known;
  const fresh = crypto.randomUUID();
  writeStored(KEY, fresh);
  return fresh;
}
