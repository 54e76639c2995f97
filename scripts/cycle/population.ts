import type { Random } from './random.ts';

/**
 * How somebody reports: `honest` measures, `lazy` repeats the open claim, `copying` repeats the last public consensus, `colluding`
 * reports what a group agreed with the producer.
 */
export const STRATEGIES = ['honest', 'lazy', 'copying', 'colluding'] as const;

export type Strategy = (typeof STRATEGIES)[number];

/** Parts of the population, in any unit: only their ratio counts. */
export type Mix = Readonly<Record<Strategy, number>>;

export const DEFAULT_MIX: Mix = { honest: 70, lazy: 12, copying: 10, colluding: 8 };

export interface Experiencer {
  /** Registered id, 1 or more. */
  readonly id: number;
  readonly strategy: Strategy;
  /** Standard deviation of his measurements as a part of the tolerance: 1/12 (skilled) … 1/4. */
  readonly noise: number;
  /** His own stream; what he reports on a lot is forked from it. */
  readonly random: Random;
}

/** Gives each id a strategy and a skill. The shares of the mix are met exactly, up to rounding; who is what depends on the seed. */
export function populate(random: Random, ids: readonly number[], mix: Mix = DEFAULT_MIX): Experiencer[] {
  if (new Set(ids).size !== ids.length || ids.some((id) => !Number.isSafeInteger(id) || id < 1)) {
    throw new RangeError('Ids of experiencers must be different whole numbers from 1 on');
  }
  const strategies = random.fork('strategies').shuffle(apportion(ids.length, mix));
  return ids.map((id, i) => {
    const own = random.fork(`experiencer ${id}`);
    const noise = 1 / 12 + own.fork('skill').uniform() / 6;
    return { id, strategy: strategies[i] as Strategy, noise, random: own };
  });
}

/** Seats by largest remainder; equal remainders in the order of the strategies. */
function apportion(count: number, mix: Mix): Strategy[] {
  const total = STRATEGIES.reduce((sum, strategy) => sum + mix[strategy], 0);
  if (!(total > 0) || STRATEGIES.some((strategy) => !Number.isSafeInteger(mix[strategy]) || mix[strategy] < 0)) {
    throw new RangeError('The parts of a mix must be whole numbers from 0 on, not all 0');
  }
  const seats = STRATEGIES.map((strategy) => ({
    strategy,
    seats: Math.floor((count * mix[strategy]) / total),
    remainder: (count * mix[strategy]) % total,
  }));
  const left = count - seats.reduce((sum, entry) => sum + entry.seats, 0);
  const lucky = new Set(seats.toSorted((a, b) => b.remainder - a.remainder).slice(0, left));
  return seats.flatMap((entry) => new Array<Strategy>(entry.seats + (lucky.has(entry) ? 1 : 0)).fill(entry.strategy));
}
