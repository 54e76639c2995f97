import type { Random } from './random.ts';

/** Nobody: the fee share of an order without nominee goes to the pot all the same. */
export const NOBODY = 0;

/** How many experiencers a buyer looks at before he decides. */
const LOOKED_AT = 5;

export interface Buyer {
  /** His own id as an experiencer, 0 when he is not registered. */
  readonly experiencerId: number;
}

export interface NominationLot {
  /** Experiencers that cannot report on this lot: the producer and the owner of the model. */
  readonly excluded?: ReadonlySet<number>;
}

export interface Candidate {
  readonly id: number;
  /** Public track record, higher is better. */
  readonly score: number;
}

/** In parts per 10,000. */
export interface NominationHabits {
  /** A registered buyer names himself. */
  readonly selfBps: number;
  /** Any other buyer names nobody. */
  readonly nobodyBps: number;
}

const DEFAULT_HABITS: NominationHabits = { selfBps: 7_000, nobodyBps: 2_500 };

/**
 * The experiencer a buyer names at checkout, or 0 for nobody. Who names somebody else looks at a few candidates and takes the one
 * with the best record; among equals, as before anybody has a record, chance decides.
 */
export function nominate(
  buyer: Buyer,
  lot: NominationLot,
  experiencers: readonly Candidate[],
  random: Random,
  habits: NominationHabits = DEFAULT_HABITS,
): number {
  const self = buyer.experiencerId;
  if (self !== NOBODY && !lot.excluded?.has(self) && random.chance(habits.selfBps)) return self;
  if (random.chance(habits.nobodyBps)) return NOBODY;
  const eligible = experiencers.filter(({ id }) => id !== self && !lot.excluded?.has(id));
  return bestOf(drawSome(eligible, random))?.id ?? NOBODY;
}

/** A few different candidates in random order, without shuffling all. */
function drawSome(candidates: readonly Candidate[], random: Random): Candidate[] {
  const drawn = new Set<number>();
  const wanted = Math.min(LOOKED_AT, candidates.length);
  while (drawn.size < wanted) drawn.add(random.integer(0, candidates.length - 1));
  return [...drawn].map((at) => candidates[at] as Candidate);
}

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || candidate.score > best.score ? candidate : best),
    undefined,
  );
}
