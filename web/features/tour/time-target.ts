import type { LotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import type { TourStep } from './tour-steps.ts';

/**
 * Chain time (Unix seconds) that a waiting step has to reach; null where nothing has to pass. Settling needs the epoch after the sale:
 * the statement is posted in it.
 */
export function timeTarget(step: TourStep, schedule: LotSchedule): number | null {
  if (step === 'settle') return schedule.saleUntil;
  if (step === 'close') return schedule.revealFrom;
  if (step === 'judge') return schedule.claimFrom;
  return null;
}

/** Chain time that a waiting step must not reach by itself, since the next one would be too late; null: there is none. */
export function timeLimit(step: TourStep, schedule: LotSchedule): number | null {
  return step === 'settle' ? schedule.commitUntil : null;
}
