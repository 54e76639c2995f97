import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { OpenCase } from './open-cases.ts';

/** Parts of an epoch in which a case is to be answered; `answerWindow` of the contracts. */
const WINDOWS_PER_EPOCH = 2;
/** An answer that is still missing when so little of its window is left has met something. */
const LAST_PART = 4;

/** Seconds in which a case is to be answered. */
export function answerWindow({ epochLength }: EpochClock): number {
  return Math.floor(epochLength / WINDOWS_PER_EPOCH);
}

/** Whether less than a quarter of a case's window is left, or nothing. */
export function isUrgent(clock: EpochClock, { deadline }: Pick<OpenCase, 'deadline'>, now: number): boolean {
  return deadline - now < answerWindow(clock) / LAST_PART;
}
