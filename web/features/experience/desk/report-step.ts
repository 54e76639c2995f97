import type { LotSchedule } from '../../../../protocol/clock/lot-schedule.ts';

/** Where a purchase is on its way to a reward. Those before `commit` and after `claim` ask for nothing. */
export type ReportStep =
  | 'unsettled'
  | 'unposted'
  | 'commit'
  | 'missed'
  | 'awaitReveal'
  | 'reveal'
  | 'unrevealed'
  | 'awaitTally'
  | 'awaitRuling'
  | 'finalize'
  | 'awaitScoring'
  | 'score'
  | 'awaitClose'
  | 'close'
  | 'claim'
  | 'done'
  | 'withdrawn';

export interface ReportSituation {
  /** Of the purchase; null: unknown here, but a report exists. */
  readonly purchase: 'unsettled' | 'unposted' | 'posted' | 'ended' | null;
  readonly schedule: LotSchedule;
  readonly report: 'None' | 'Committed' | 'Revealed' | 'Scored' | 'Claimed';
  readonly round: 'Open' | 'Tallied' | 'Final' | 'Unproven' | 'Voided';
  readonly isClosed: boolean;
  /** It was challenged: a court ends it. */
  readonly isDisputed: boolean;
}

export interface StepNow {
  readonly step: ReportStep;
  /** Deadline of what is to be done, or when what is waited for can begin; Unix seconds. null: no hurry, or unknown. */
  readonly until: number | null;
  /** The reporter himself has to act, or loses something. */
  readonly isUrgent: boolean;
  /** Something can be sent now, by him or by anybody. */
  readonly canAct: boolean;
}

const waits = (step: ReportStep, until: number | null): StepNow => ({ step, until, isUrgent: false, canAct: false });
const urges = (step: ReportStep, until: number): StepNow => ({ step, until, isUrgent: true, canAct: true });
const allows = (step: ReportStep, until: number | null): StepNow => ({ step, until, isUrgent: false, canAct: true });

/** What is to be done with a purchase or its report at a time (Unix seconds), and until when. */
export function reportStep(situation: ReportSituation, now: number): StepNow {
  const { report, schedule, round } = situation;
  if (report === 'None') return beforeCommit(situation, now);
  if (report === 'Claimed') return waits('done', null);
  if (report === 'Committed') {
    if (now < schedule.revealFrom) return waits('awaitReveal', schedule.revealFrom);
    if (now < schedule.revealUntil) return urges('reveal', schedule.revealUntil);
    return allows('unrevealed', null);
  }
  if (round === 'Open' || round === 'Tallied') {
    if (now < schedule.tallyUntil) return waits('awaitTally', schedule.tallyUntil);
    if (round === 'Tallied' && situation.isDisputed) return waits('awaitRuling', null);
    return allows('finalize', schedule.scoreUntil);
  }
  if (round !== 'Final' || situation.isClosed) return allows('claim', null);
  if (now < schedule.scoreFrom) return waits('awaitScoring', schedule.scoreFrom);
  if (now >= schedule.scoreUntil) return allows('close', null);
  return report === 'Revealed' ? allows('score', schedule.scoreUntil) : waits('awaitClose', schedule.scoreUntil);
}

function beforeCommit({ purchase, schedule }: ReportSituation, now: number): StepNow {
  if (purchase === 'ended') return waits('withdrawn', null);
  if (now >= schedule.commitUntil) return waits('missed', null);
  if (purchase === 'unsettled') return waits('unsettled', schedule.commitUntil);
  return purchase === 'posted' ? urges('commit', schedule.commitUntil) : waits('unposted', schedule.commitUntil);
}
