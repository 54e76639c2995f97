import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { QUARTERS } from '../residents/settings.ts';

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
 * Times at which the clock stops on its way, the target last: every quarter of an epoch, so that orders can be paid, delivered
 * and kept, and whoever lives on the chain can act in every phase.
 */
export function stopsUntil(clock: EpochClock, now: number, target: number): number[] {
  const { genesis, epochLength } = clock;
  const stops: number[] = [];
  for (let quarter = Math.floor(((now - genesis) * QUARTERS) / epochLength) + 1; ; quarter++) {
    const time = genesis + Math.ceil((quarter * epochLength) / QUARTERS);
    if (time >= target) break;
    if (time > now) stops.push(time);
  }
  return [...stops, target];
}
