import type { LotSchedule } from '../../../protocol/clock/lot-schedule.ts';

/** What a producer has to do about a lot, most urgent first, or wait for. */
export type LotTask =
  /** The seal can and must be opened now. */
  | 'unseal'
  /** The window passed and the seal is closed. */
  | 'missed'
  /** Nobody can buy it until it has a price. */
  | 'price'
  | 'waitForUnseal'
  | 'none';

export interface LotFacts {
  readonly unsealed: boolean;
  /** Its round is over. */
  readonly concluded: boolean;
  /** The platform knows a price; undefined: it could not be asked. */
  readonly priced: boolean | undefined;
}

/** @param now chain time, Unix seconds; `until`: when the task ends or begins */
export function lotTask(schedule: LotSchedule, facts: LotFacts, now: number): { task: LotTask; until: number | null } {
  if (facts.concluded || facts.unsealed) return { task: 'none', until: null };
  if (now >= schedule.revealUntil) return { task: 'missed', until: schedule.tallyUntil };
  if (now >= schedule.revealFrom) return { task: 'unseal', until: schedule.revealUntil };
  if (facts.priced === false && now < schedule.saleUntil) return { task: 'price', until: schedule.saleUntil };
  return { task: 'waitForUnseal', until: schedule.revealFrom };
}
