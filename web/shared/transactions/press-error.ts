import type { Hash } from 'viem';

/**
 * failed: the chain refused it after it was sent; replaced, dropped: as in the history; switched: somebody else is connected by now;
 * slow: what had to be done before did not come to an end.
 */
export type PressReason = 'failed' | 'replaced' | 'dropped' | 'switched' | 'slow';

/** A press of a button that led to no transaction, or to none that counts. The cause, if known, says why in a sentence of its own. */
export class PressError extends Error {
  readonly reason: PressReason;
  /** Of what was sent; undefined: nothing was. */
  readonly hash: Hash | undefined;

  constructor(reason: PressReason, { hash, cause }: { hash?: Hash; cause?: unknown } = {}) {
    super(reason, { cause });
    this.name = 'PressError';
    this.reason = reason;
    this.hash = hash;
  }
}
