import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { disputeSchedule } from '../../../protocol/disputes/dispute-schedule.ts';
import type { CaseSummaryFragment, DisputeProgressFragment } from '../../generated/graphql.ts';

/** What a dispute before the court waits for. */
export type CourtPhase = 'evidence' | 'arming' | 'drawing' | 'commit' | 'reveal' | 'appeal' | 'final';

/**
 * What a case waits for: challenges; somebody who refers it; the court; another arbitrator; somebody who tells the ruling
 * (`final`) or carries it out (`execute`).
 */
export type CasePhase = 'collecting' | 'refer' | CourtPhase | 'elsewhere' | 'execute' | 'closed';

export interface PhaseNow<Phase> {
  readonly phase: Phase;
  /** First second after it, Unix; null where no time ends it. */
  readonly endsAt: number | null;
}

const time = (seconds: string | null | undefined) => Number(seconds ?? 0);

/** Phase of a dispute at a time, from what the index knows of its latest round. */
export function courtPhase(
  { evidenceEndsAt, latestRound }: DisputeProgressFragment,
  now: number,
): PhaseNow<CourtPhase> {
  const { index, stage, commitEndsAt, revealEndsAt, appealEndsAt } = latestRound;
  if (stage === 'WAITING') {
    const endsAt = time(evidenceEndsAt);
    return index === 0 && now < endsAt ? { phase: 'evidence', endsAt } : { phase: 'arming', endsAt: null };
  }
  if (stage === 'ARMED') return { phase: 'drawing', endsAt: null };
  if (stage === 'VOID') return { phase: 'final', endsAt: null };
  for (const [phase, end] of [
    ['commit', commitEndsAt],
    ['reveal', revealEndsAt],
    ['appeal', appealEndsAt],
  ] as const) {
    if (now < time(end)) return { phase, endsAt: time(end) };
  }
  return { phase: 'final', endsAt: null };
}

/** Phase of a case at a time. */
export function casePhase(one: CaseSummaryFragment, clock: EpochClock, now: number): PhaseNow<CasePhase> {
  if (one.state === 'CLOSED') return { phase: 'closed', endsAt: null };
  if (one.state === 'RULED') return { phase: 'execute', endsAt: null };
  if (one.state === 'COLLECTING') {
    const until = one.lot ? disputeSchedule(clock, one.lot.startEpoch, one.lot.epochs).challengeUntil : 0;
    return now < until ? { phase: 'collecting', endsAt: until } : { phase: 'refer', endsAt: null };
  }
  return one.dispute ? courtPhase(one.dispute, now) : { phase: 'elsewhere', endsAt: Number(one.deadline) };
}

/** Whether a case that has no ruling can be ended by time. */
export function canLapse({ state, deadline }: CaseSummaryFragment, now: number): boolean {
  return (state === 'COLLECTING' || state === 'PENDING') && now >= Number(deadline);
}
