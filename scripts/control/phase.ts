import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';

export interface Phase {
  readonly epoch: number;
  readonly phase: 'first' | 'second';
  /** Unix seconds. */
  readonly nextPhaseAt: number;
}

/** Half of the epoch at a time. */
export function phaseAt(clock: EpochClock, now: number): Phase {
  const epoch = epochAt(clock, now);
  const middle = epochStart(clock, epoch) + Math.floor(clock.epochLength / 2);
  return now < middle
    ? { epoch, phase: 'first', nextPhaseAt: middle }
    : { epoch, phase: 'second', nextPhaseAt: epochStart(clock, epoch + 1) };
}

/**
 * Times at which the clock stops on its way, the target last: every phase. Half an epoch is long enough for an order to be
 * delivered and kept.
 */
export function stopsUntil(clock: EpochClock, now: number, target: number): number[] {
  const stops: number[] = [];
  for (let { nextPhaseAt } = phaseAt(clock, now); nextPhaseAt < target; ) {
    stops.push(nextPhaseAt);
    ({ nextPhaseAt } = phaseAt(clock, nextPhaseAt));
  }
  return [...stops, target];
}
