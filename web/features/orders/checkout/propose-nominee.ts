import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { isActive } from '../../../shared/experiencers/is-active.ts';
import type { TrackRecord } from '../../../shared/experiencers/track-record.ts';

/** Whom to nominate unless the buyer knows better, and why. */
export type Proposal =
  | { readonly reason: 'self' | 'best'; readonly nominee: TrackRecord }
  | { readonly reason: 'nobody'; readonly nominee: null };

interface Situation {
  readonly records: readonly TrackRecord[];
  /** Epoch that the chain is in. */
  readonly epoch: number;
  /** The buyer's own number as an experiencer; 0: none. */
  readonly ownId: number;
  /** Accounts that may not report on this lot: its producer and the model's owner. */
  readonly excluded: readonly string[];
}

/** Those who may report on a lot, best assured quality first; among equals the longer record, then the older number. */
export function rankNominees({ records, excluded }: Pick<Situation, 'records' | 'excluded'>): TrackRecord[] {
  const barred = new Set(excluded.map((account) => account.toLowerCase()));
  return records
    .filter(({ account }) => !barred.has(account.toLowerCase()))
    .toSorted((a, b) => assuredQualityBps(b) - assuredQualityBps(a) || b.scored - a.scored || a.id - b.id);
}

/**
 * A buyer who is registered measures what he buys, and only fees nominated to him can be paid to him: himself. Anybody else: of
 * those who reported lately the one whose record assures the most.
 */
export function proposeNominee(situation: Situation): Proposal {
  const ranked = rankNominees(situation);
  const self = ranked.find(({ id }) => id === situation.ownId);
  if (self) return { reason: 'self', nominee: self };
  const best = ranked.find((record) => record.scored > 0 && isActive(record, situation.epoch));
  return best ? { reason: 'best', nominee: best } : { reason: 'nobody', nominee: null };
}
