import type { EpochClock } from '../clock/epoch-clock.ts';
import { epochStart } from '../clock/epoch-start.ts';

/** Unix times of a platform's suspension; `until` is null while it lasts. */
export interface Suspension {
  from: number;
  until: number | null;
}

/**
 * Whether `epoch` began under a suspension of its platform that lasted until the statement was due. Then receipts of a statement that is
 * not there cannot be challenged: it could not do what they ask. What it sold before it was suspended it may, and must, settle.
 */
export function wasPrevented(clock: EpochClock, epoch: number, suspensions: readonly Suspension[]): boolean {
  const start = epochStart(clock, epoch);
  const due = epochStart(clock, epoch + 1);
  return suspensions.some(({ from, until }) => from < start && (until === null || until > due));
}
