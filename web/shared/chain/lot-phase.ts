import type { LotSchedule } from '../../../protocol/clock/lot-schedule.ts';

/** What can be done with a lot at a moment, from the time alone. */
export type LotPhase = 'announced' | 'onSale' | 'reporting' | 'revealing' | 'tallying' | 'scoring' | 'claiming';

/** Phases in their order. */
export const LOT_PHASES: readonly LotPhase[] = [
  'announced',
  'onSale',
  'reporting',
  'revealing',
  'tallying',
  'scoring',
  'claiming',
];

/** Phase of a lot at a time (Unix seconds), and when it ends; the last one does not. */
export function lotPhase(schedule: LotSchedule, now: number): { phase: LotPhase; endsAt: number | null } {
  const ends: readonly (readonly [LotPhase, number])[] = [
    ['announced', schedule.saleFrom],
    ['onSale', schedule.saleUntil],
    ['reporting', schedule.commitUntil],
    ['revealing', schedule.revealUntil],
    ['tallying', schedule.tallyUntil],
    ['scoring', schedule.scoreUntil],
  ];
  const current = ends.find(([, end]) => now < end);
  return current ? { phase: current[0], endsAt: current[1] } : { phase: 'claiming', endsAt: null };
}
