import type { EpochClock } from '../clock/epoch-clock.ts';
import { epochStart } from '../clock/epoch-start.ts';

/** Epochs after the start of a receipt's own in which it can be challenged. */
const RECEIPT_EPOCHS = 5;
/** Epochs after the start of a statement's own in which its leaves can be demanded. */
export const DEMAND_EPOCHS = 9;

/** Unix times: from its first second up to, but not including, its end. Empty when `from` is not before `until`. */
export interface CaseWindow {
  from: number;
  until: number;
}

/** Seconds in which a case is to be answered: half an epoch. */
export function answerWindow({ epochLength }: EpochClock): number {
  return Math.floor(epochLength / 2);
}

/** Last second in which the answer to a case counts that was opened at this Unix time. */
export function answerDeadline(clock: EpochClock, openedAt: number): number {
  return openedAt + answerWindow(clock);
}

/**
 * When receipts of an epoch can be challenged: from when their statement is there, or can no longer come.
 * @param postedAt of the statement, Unix seconds; null while there is none
 */
export function receiptWindow(clock: EpochClock, epoch: number, postedAt: number | null): CaseWindow {
  return { from: postedAt ?? epochStart(clock, epoch + 2), until: epochStart(clock, epoch + RECEIPT_EPOCHS) };
}

/**
 * When a leaf of a posted statement can be demanded: from when it can be opened.
 * @param nominationsCloseAt for a nominee leaf: nominations of its lot count up to, but not including, this Unix time, and the
 * answer must be due before
 */
export function demandWindow(
  clock: EpochClock,
  epoch: number,
  postedAt: number,
  nominationsCloseAt: number = Number.POSITIVE_INFINITY,
): CaseWindow {
  const until = Math.min(epochStart(clock, epoch + DEMAND_EPOCHS), nominationsCloseAt - answerWindow(clock));
  return { from: postedAt + clock.epochLength, until };
}
