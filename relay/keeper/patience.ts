import type { TransactionError } from '../chain/outbox/tables.ts';

const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;

interface Failure {
  times: number;
  until: number;
  phase: number;
  error: TransactionError | null;
}

/** A duty that could not be done at its last tries. */
export interface SetAside {
  key: string;
  times: number;
  error: TransactionError;
}

/**
 * When a duty that failed may be tried again: after a pause that doubles, or as soon as the chain is in another phase, where other things are
 * possible. Kept in memory only: after a restart one try more does no harm.
 */
export class Patience {
  readonly #failures = new Map<string, Failure>();
  readonly #phaseOf: (now: number) => number;

  /** @param phaseOf number of the half epoch of a time of the chain */
  constructor(phaseOf: (now: number) => number) {
    this.#phaseOf = phaseOf;
  }

  mayTry(key: string, now: number): boolean {
    const failure = this.#failures.get(key);
    return failure === undefined || failure.phase !== this.#phaseOf(now) || Date.now() >= failure.until;
  }

  /** @param error null when it says that somebody else has done it */
  failed(key: string, error: TransactionError | null, now: number): void {
    const times = (this.#failures.get(key)?.times ?? 0) + 1;
    const pause = Math.min(FIRST_MS * 2 ** (times - 1), LONGEST_MS);
    this.#failures.set(key, { times, until: Date.now() + pause, phase: this.#phaseOf(now), error });
  }

  /** Duties that could not be done at their last try, and that nobody else has done. */
  setAside(): SetAside[] {
    return [...this.#failures].flatMap(([key, { times, error }]) => (error === null ? [] : { key, times, error }));
  }

  /** Forgets what is not due any more. */
  keepOnly(keys: ReadonlySet<string>, prefix: string): void {
    for (const key of this.#failures.keys()) {
      if (key.startsWith(prefix) && !keys.has(key)) this.#failures.delete(key);
    }
  }
}
