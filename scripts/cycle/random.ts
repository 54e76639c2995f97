import { createHash } from 'node:crypto';
import { xoshiro128starstar } from './xoshiro.ts';

const WORD = 2 ** 32;

/**
 * Reproducible random numbers: the same seed gives the same numbers on every platform, as only integers and exact floating
 * point operations are used. Not for secrets.
 */
export class Random {
  readonly #key: Buffer;
  readonly #next: () => number;

  constructor(seed: number | bigint | string | Buffer) {
    this.#key = sha256(typeof seed === 'object' ? seed : String(seed));
    this.#next = xoshiro128starstar(this.#key);
  }

  /** An independent stream for one purpose. It depends on the seed and the labels only, not on what was drawn before. */
  fork(label: string): Random {
    return new Random(Buffer.concat([this.#key, Buffer.from(label)]));
  }

  /** 0 … 2^32 − 1 */
  uint32(): number {
    return this.#next();
  }

  /** 0 ≤ x < 1 */
  uniform(): number {
    return this.#next() / WORD;
  }

  /** A whole number, min and max included, each equally likely. At most 2^32 numbers apart. */
  integer(min: number, max: number): number {
    const span = max - min + 1;
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || span < 1 || span > WORD) {
      throw new RangeError(`No range of whole numbers: ${min} … ${max}`);
    }
    const fair = WORD - (WORD % span);
    for (;;) {
      const word = this.#next();
      if (word < fair) return min + (word % span);
    }
  }

  /** Normal-ish with mean 0 and standard deviation 1, never beyond ±6: the sum of twelve uniforms less six (Irwin–Hall). */
  normal(): number {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += this.#next();
    return sum / WORD - 6;
  }

  /** True in `bps` of 10,000 cases. */
  chance(bps: number): boolean {
    return this.integer(0, 9_999) < bps;
  }

  /** One of the items, each equally likely. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** One of the items, each as likely as its weight says (0 or more, not all 0). */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    const weights = items.map(weightOf);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0 && total < Infinity) || weights.some((weight) => weight < 0)) {
      throw new RangeError('Weights must be 0 or more and not all 0');
    }
    let left = this.uniform() * total;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return items[at >= 0 ? at : weights.findLastIndex((weight) => weight > 0)] as T;
  }

  /** The items in random order (Fisher–Yates), in a new array. */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
    }
    return shuffled;
  }
}

function sha256(input: string | Buffer): Buffer {
  return createHash('sha256').update(input).digest();
}
