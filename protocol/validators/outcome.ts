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

/** Whether a solution takes the place of the one that is queued. */
export function isBetterOutcome(a: Outcome, b: Outcome): boolean {
  if (a.winners !== b.winners) return a.winners > b.winners;
  if (a.least !== b.least) return a.least > b.least;
  if (a.sum !== b.sum) return a.sum > b.sum;
  return a.squares < b.squares;
}
