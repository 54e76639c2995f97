import type { EpochClock } from './epoch-clock.ts';
import { epochStart } from './epoch-start.ts';

/** Epochs in a term: term t is epochs 4t … 4t + 3. */
export const TERM_EPOCHS = 4;

/** The term of an epoch. */
export function termOf(epoch: number): number {
  return Math.floor(epoch / TERM_EPOCHS);
}

/** The first election that a change made in an epoch counts for, by the term that it elects. */
export function nextElection(epoch: number): number {
  return Math.floor((epoch + 1) / TERM_EPOCHS) + 1;
}

/** From when on the snapshot of the election for a term is frozen, and when its solutions are taken no more: Unix times. */
export function electionWindow(clock: EpochClock, term: number): { from: number; until: number } {
  return {
    from: epochStart(clock, term * TERM_EPOCHS - 1),
    until: epochStart(clock, term * TERM_EPOCHS),
  };
}
