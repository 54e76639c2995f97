import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { answerWindow } from '../../protocol/platforms/case-windows.ts';
import type { OpenCase } from './open-cases.ts';

/** An answer that is still missing when so little of its window is left has met something. */
const LAST_PART = 4;

/** Whether less than a quarter of a case's window is left, or nothing. */
export function isUrgent(clock: EpochClock, { deadline }: Pick<OpenCase, 'deadline'>, now: number): boolean {
  return deadline - now < answerWindow(clock) / LAST_PART;
}
