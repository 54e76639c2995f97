const PREFIX = 'commune.';

/** What this browser keeps under a key; null when there is nothing, or nothing that can be read. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a JSON value; null removes it. A full or forbidden store keeps nothing, and what depends on it must say so: false. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    announce(key);
    return true;
  } catch {
    return false;
  }
}

const listeners = new Map<string, Set<() => void>>();

/** Calls back when a key changes here or in another tab. */
export function subscribeStored(key: string, changed: () => void): () => void {
  const own = listeners.get(key) ?? new Set();
  listeners.set(key, own.add(changed));
  const elsewhere = (event: StorageEvent) => (event.key === PREFIX + key || event.key === null) && changed();
  window.addEventListener('storage', elsewhere);
  return () => {
    own.delete(changed);
    window.removeEventListener('storage', elsewhere);
  };
}

function announce(key: string): void {
  for (const changed of listeners.get(key) ?? []) changed();
}
