import type { TrackRecord } from './track-record.ts';

/** Somebody who has not reported for so many epochs is not expected to report on the next lot. */
export const ACTIVE_EPOCHS = 6;

/** Whether his newest report closes no longer than {@link ACTIVE_EPOCHS} epochs ago, or in the future. */
export function isActive({ lastClosingEpoch }: Pick<TrackRecord, 'lastClosingEpoch'>, epoch: number): boolean {
  return lastClosingEpoch !== null && lastClosingEpoch >= epoch - ACTIVE_EPOCHS;
}
