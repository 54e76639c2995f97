import { LAST_ROUND } from './jury-size.ts';

/** Fixed when the court is deployed; seconds. */
export interface CourtWindows {
  evidence: number;
  commit: number;
  reveal: number;
  appeal: number;
}

/** As the contract numbers them. */
export const PHASES = ['evidence', 'arming', 'drawing', 'commit', 'reveal', 'appeal', 'final'] as const;
export type Phase = (typeof PHASES)[number];

/** As the contract numbers them: what is stored of a round. */
export const STAGES = ['none', 'armed', 'drawn', 'committed', 'revealed', 'void'] as const;
export type Stage = (typeof STAGES)[number];

/** The latest round of a dispute. */
export interface RoundState {
  /** 0, 1 or 2 */
  round: number;
  stage: Stage;
  /** when the stage was reached, Unix seconds; not looked at before the jury is drawn */
  since: number;
  /** when the dispute was created, Unix seconds */
  openedAt: number;
}

export interface PhaseAt {
  phase: Phase;
  /** first second after the phase; of `final` when it began; null where no time ends it */
  endsAt: number | null;
}

/** What a dispute waits for at a Unix time. */
export function phaseAt(windows: CourtWindows, { round, stage, since, openedAt }: RoundState, time: number): PhaseAt {
  if (stage === 'none') {
    const evidenceEndsAt = openedAt + windows.evidence;
    const isEvidence = round === 0 && time < evidenceEndsAt;
    return isEvidence ? { phase: 'evidence', endsAt: evidenceEndsAt } : { phase: 'arming', endsAt: null };
  }
  if (stage === 'armed') return { phase: 'drawing', endsAt: null };
  if (stage === 'void') return { phase: 'final', endsAt: since };
  let endsAt = since;
  for (const phase of phasesLeft(stage, round)) {
    endsAt += windows[phase];
    if (time < endsAt) return { phase, endsAt };
  }
  return { phase: 'final', endsAt };
}

function phasesLeft(stage: 'drawn' | 'committed' | 'revealed', round: number): ('commit' | 'reveal' | 'appeal')[] {
  const voting = ({ drawn: ['commit', 'reveal'], committed: ['reveal'], revealed: [] } as const)[stage];
  return round < LAST_ROUND ? [...voting, 'appeal'] : [...voting];
}
