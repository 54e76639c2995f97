import { courtPhase } from '../../../shared/disputes/case-phase.ts';
import type { Duty } from '../court-queries.ts';

/** vote, reveal: now; sealed, revealed: wait; missed: too late for it; past: the round is over. */
export type Task = 'vote' | 'sealed' | 'reveal' | 'revealed' | 'missed' | 'past';

/** What a juror has to do about a seat at a time (Unix seconds). */
export function taskOf({ dispute, round, state }: Pick<Duty, 'dispute' | 'round' | 'state'>, now: number): Task {
  const { phase } = courtPhase(dispute, now);
  if (round.index !== dispute.latestRound.index || (phase !== 'commit' && phase !== 'reveal')) return 'past';
  if (state === 'REVEALED') return 'revealed';
  if (state === 'COMMITTED') return phase === 'reveal' ? 'reveal' : 'sealed';
  return phase === 'commit' ? 'vote' : 'missed';
}
