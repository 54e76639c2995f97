import type { Session } from '../../../relay/api/session.ts';

const PREFIX = 'commune.session.';
const listeners = new Set<() => void>();

/** The stored session of a key as JSON; null when there is none or it has expired. */
export function readSession(key: string): string | null {
  const text = sessionStorage.getItem(PREFIX + key);
  if (!text) return null;
  try {
    return Date.parse((JSON.parse(text) as Session).expiresAt) > Date.now() ? text : null;
  } catch {
    return null;
  }
}

/** Keeps a session until the tab is closed; null forgets it. */
export function storeSession(key: string, session: Session | null): void {
  if (session) sessionStorage.setItem(PREFIX + key, JSON.stringify(session));
  else sessionStorage.removeItem(PREFIX + key);
  for (const changed of listeners) changed();
}

export function subscribeSessions(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
