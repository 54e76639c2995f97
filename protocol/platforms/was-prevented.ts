import type { EpochClock } from '../clock/epoch-clock.ts';
import { epochStart } from '../clock/epoch-start.ts';

/** Unix times of a platform's suspension; `until` is null while it lasts. */
export interface Suspension {
  from: number;
  until: number | null;
}

/**
 * Whether a platform was suspended in the epoch in which it had to post the statement of `epoch`. Then receipts of a statement that is
 * not there cannot be challenged: it could not do what they ask.
 */
export function wasPrevented(clock: EpochClock, epoch: number, suspensions: readonly Suspension[]): boolean {
  const from = epochStart(clock, epoch + 1);
  const until = epochStart(clock, epoch + 2);
  return suspensions.some((one) => one.from < until && (one.until === null || one.until > from));
}
