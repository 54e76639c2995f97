import { type Score, scoreOf } from '../election/score.ts';

/** How good a solution is: more winners, then the score of the election. */
export interface Outcome extends Score {
  readonly winners: number;
}

/** @param backing support of each winner; all have some */
export function outcomeOf(backing: readonly bigint[]): Outcome {
  const winners = backing.map((support, id) => ({ id, support }));
  return { winners: winners.length, ...scoreOf({ winners }) };
}

/** Seconds before a term in which support in all must not fall, unless there are more winners. */
export const LAST_HOUR = 3_600;

/** How a solution compares with the one that is queued. */
export function isBetterOutcome(a: Outcome, b: Outcome): boolean {
  if (a.winners !== b.winners) return a.winners > b.winners;
  if (a.least !== b.least) return a.least > b.least;
  if (a.sum !== b.sum) return a.sum > b.sum;
  return a.squares < b.squares;
}

/** Whether a better solution gives up support in all, which it must not in the last hour. */
export function lowersSupport(a: Outcome, queued: Outcome): boolean {
  return a.winners === queued.winners && a.sum < queued.sum;
}

/**
 * Whether a solution takes the place of the one that is queued.
 *
 * @param left seconds until the term begins
 */
export function replacesOutcome(a: Outcome, queued: Outcome, left: number): boolean {
  return isBetterOutcome(a, queued) && (left > LAST_HOUR || !lowersSupport(a, queued));
}
