import type { Random } from '../cycle/random.ts';
import type { ChainView } from './chain-view.ts';
import type { LotFacts } from './lot-facts.ts';

/** Nobody: the fee share of an order without nominee goes to the pot all the same. */
const NOBODY = 0;
/** Parts per 10,000: testers who name themselves, other buyers who name nobody, and those who give newcomers a chance. */
const SELF_BPS = 7_000;
const NOBODY_BPS = 2_000;
const NEWCOMER_BPS = 1_500;

/**
 * The experiencer whom a resident names at checkout. Most trust a good record, without running all to the best one: power that
 * gathers with one reporter would leave lots unproven. Some name a newcomer, so that a visitor's first report can win something.
 *
 * @param self id of the buyer as an experiencer; 0: he is none
 */
export function chooseNominee(chain: ChainView, lot: LotFacts, self: number, random: Random): number {
  const own = random.fork('nomination');
  if (self !== NOBODY && own.chance(SELF_BPS)) return self;
  if (own.chance(NOBODY_BPS)) return NOBODY;
  const producer = lot.producer.toLowerCase();
  const candidates = [...chain.experiencers]
    .filter(([id, account]) => id !== self && account.toLowerCase() !== producer)
    .map(([id]) => ({ id, record: chain.recordOf(id) }));
  // The first validators judge and do not report.
  const newcomers = candidates.filter(({ id, record }) => record.length === 0 && !chain.judges.has(id));
  if (newcomers.length > 0 && own.chance(NEWCOMER_BPS)) return own.pick(newcomers).id;
  const known = candidates.filter(({ record }) => record.length > 0);
  return known.length === 0 ? NOBODY : own.weighted(known, ({ record }) => attraction(record)).id;
}

/** Grows with the mean quality (0 … 256); even the worst record is somebody's choice. */
function attraction(record: readonly number[]): number {
  const mean = record.reduce((sum, quality) => sum + quality, 0) / record.length;
  return 16 + mean;
}
