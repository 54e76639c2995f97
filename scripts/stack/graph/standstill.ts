import type { SubgraphHealth } from '../../../subgraph/status.ts';

/** A failed index may be about to try again by itself. */
const FAILED_LOOKS = 2;
/** A block takes milliseconds; one that is behind for so many looks without a new one has stopped. */
const STILL_LOOKS = 15;

/**
 * Tells when an index does not go on although no handler is wrong. Once its database was gone, graph-node tries again and again with a
 * writer that never works any more ("poisoned by previous error"); it was also seen to stay at a block without saying that it had failed.
 */
export class Standstill {
  #failed = 0;
  #still = 0;
  #patience = STILL_LOOKS;
  #block = Number.NaN;

  /**
   * One look of many at even distances.
   *
   * @param health undefined: graph-node does not answer, which is for others to mend
   * @param head newest block of the chain itself, since graph-node may have stopped following it; undefined: not known
   * @returns why graph-node should be restarted; null: it need not be
   */
  look(health: SubgraphHealth | undefined, head: number | undefined): string | null {
    if (health === undefined || health.isStuck) {
      this.#failed = 0;
      this.#still = 0;
      return null;
    }
    const { block, error } = health;
    if (block !== this.#block) this.#patience = STILL_LOOKS;
    this.#still = block === this.#block && head !== undefined && block < head ? this.#still + 1 : 0;
    this.#block = block;
    this.#failed = health.health === 'failed' ? this.#failed + 1 : 0;
    if (this.#failed >= FAILED_LOOKS) {
      this.#failed = 0;
      this.#still = 0;
      return error ?? 'failed';
    }
    if (this.#still < this.#patience) return null;
    this.#still = 0;
    // If a restart did not help, the next one should not come in the middle of what takes so long.
    this.#patience *= 2;
    return `${block} / ${head}`;
  }
}
