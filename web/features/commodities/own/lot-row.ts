import type { EpochClock } from '../../../../protocol/clock/epoch-clock.ts';
import { type LotSchedule, lotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import { type LotPhase, lotPhase } from '../../../shared/chain/lot-phase.ts';
import { type LotTask, lotTask } from '../lot-task.ts';

/** A lot of the index as its producer looks at it. */
export interface IndexedLot {
  readonly number: number;
  readonly lotCode: string;
  readonly state: 'OFFERED' | 'TRUSTED' | 'FLAGGED' | 'UNPROVEN' | 'SUSPENDED';
  readonly startEpoch: number;
  readonly epochs: number;
  readonly unsealed: boolean;
  readonly sealCharge: string;
}

export interface LotRow<Lot extends IndexedLot = IndexedLot> {
  readonly lot: Lot;
  readonly schedule: LotSchedule;
  readonly phase: LotPhase;
  /** When the phase ends; null: it is the last. */
  readonly phaseEndsAt: number | null;
  readonly task: LotTask;
  readonly taskUntil: number | null;
}

/** What there is to know and to do about a lot now. @param priced lots that have a price; undefined: the relay does not answer */
export function lotRow<Lot extends IndexedLot>(
  lot: Lot,
  clock: EpochClock,
  now: number,
  priced: ReadonlySet<number> | undefined,
): LotRow<Lot> {
  const schedule = lotSchedule(clock, lot.startEpoch, lot.epochs);
  const { phase, endsAt } = lotPhase(schedule, now);
  const { task, until } = lotTask(
    schedule,
    { unsealed: lot.unsealed, concluded: lot.state !== 'OFFERED', priced: priced?.has(lot.number) },
    now,
  );
  return { lot, schedule, phase, phaseEndsAt: endsAt, task, taskUntil: until };
}

const URGENCY: Readonly<Record<LotTask, number>> = { unseal: 0, price: 1, missed: 2, waitForUnseal: 3, none: 4 };

/** Lots whose producer has to do something, most urgent first. */
export function urgentRows<Lot extends IndexedLot>(rows: readonly LotRow<Lot>[]): LotRow<Lot>[] {
  return rows
    .filter(({ task }) => URGENCY[task] < URGENCY.waitForUnseal)
    .sort((a, b) => URGENCY[a.task] - URGENCY[b.task] || (a.taskUntil ?? 0) - (b.taskUntil ?? 0));
}
