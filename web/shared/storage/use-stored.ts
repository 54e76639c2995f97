import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readStored, subscribeStored, writeStored } from './stored.ts';

/** A value that this browser keeps under a key, in step with other tabs. `read` makes a `T` of whatever lies there. */
export function useStored<T>(key: string, read: (found: unknown) => T): [value: T, set: (value: T) => boolean] {
  const subscribe = useCallback((changed: () => void) => subscribeStored(key, changed), [key]);
  // The text is the snapshot: parsing anew on each render would never compare equal.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(readStored(key)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read is a pure function of what was found
  const value = useMemo(() => read(JSON.parse(text)), [text]);
  const set = useCallback((next: T) => writeStored(key, next), [key]);
  return [value, set];
}
