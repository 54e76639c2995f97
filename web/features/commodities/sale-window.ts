import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { type LotSchedule, lotSchedule } from '../../../protocol/clock/lot-schedule.ts';

/** A sale is announced at most this many epochs ahead, and lasts at most so many (`contracts/commodities`). */
export const MAX_LEAD_EPOCHS = 4;
export const MAX_SALE_EPOCHS = 8;

export type CalendarUse = 'before' | 'sale' | 'reports' | 'closing' | 'scoring' | 'claims';

export interface CalendarEpoch {
  readonly epoch: number;
  /** Unix seconds. */
  readonly startsAt: number;
  readonly use: CalendarUse;
  readonly isNow: boolean;
}

/** Every epoch from now until rewards are claimed, and what it is for. */
export function saleCalendar(
  clock: EpochClock,
  currentEpoch: number,
  startEpoch: number,
  epochs: number,
): { schedule: LotSchedule; calendar: CalendarEpoch[] } {
  const schedule = lotSchedule(clock, startEpoch, epochs);
  const last = schedule.scoringEpoch + 1;
  const use = (epoch: number): CalendarUse => {
    if (epoch < startEpoch) return 'before';
    if (epoch < startEpoch + epochs) return 'sale';
    if (epoch < schedule.closingEpoch) return 'reports';
    if (epoch === schedule.closingEpoch) return 'closing';
    return epoch === schedule.scoringEpoch ? 'scoring' : 'claims';
  };
  const calendar = Array.from({ length: last - currentEpoch + 1 }, (_, i) => {
    const epoch = currentEpoch + i;
    return { epoch, startsAt: epochStart(clock, epoch), use: use(epoch), isNow: i === 0 };
  });
  return { schedule, calendar };
}
