import { chainHead } from '../chain/chain-head.ts';
import type { Queryable } from '../db/client.ts';
import type { Relay } from '../relay.ts';
import { isNodeAway } from '../server/is-away.ts';

interface Known {
  head: string;
  values: Map<string, Promise<unknown>>;
  /** What was read last, at whatever block. */
  last: Map<string, unknown>;
}

const known = new WeakMap<Relay, Known>();

/**
 * What the chain says, asked once for every block that the relay has taken in. While the node is away it is what it said last: nothing
 * that the relay knows of has changed since.
 *
 * @param db the transaction of the caller, if he has one: nobody who holds a connection waits for a second one
 */
export async function atHead<T>(
  relay: Relay,
  name: string,
  read: () => Promise<T>,
  db: Queryable = relay.db,
): Promise<T> {
  const head = (await chainHead(db))?.hash ?? '';
  const kept = known.get(relay) ?? { head, values: new Map(), last: new Map() };
  known.set(relay, kept);
  if (kept.head !== head) {
    kept.head = head;
    kept.values.clear();
  }
  const asked = (kept.values.get(name) as Promise<T> | undefined) ?? read();
  kept.values.set(name, asked);
  try {
    const value = await asked;
    kept.last.set(name, value);
    return value;
  } catch (error) {
    if (kept.values.get(name) === asked) kept.values.delete(name);
    if (isNodeAway(error) && kept.last.has(name)) return kept.last.get(name) as T;
    throw error;
  }
}
