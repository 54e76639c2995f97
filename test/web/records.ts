import type { TrackRecord } from '../../web/shared/experiencers/track-record.ts';

/** A track record with what a test cares about. */
export function aRecord(known: Partial<TrackRecord> & { id: number }): TrackRecord {
  return {
    account: `0x${known.id.toString(16).padStart(40, '0')}`,
    name: null,
    committed: known.scored ?? 0,
    revealed: known.scored ?? 0,
    scored: 0,
    won: 0,
    qualitySum: 0,
    accuracySum: 0,
    nominatedFees: 0n,
    nominatedOrders: 0,
    rewards: 0n,
    penalties: 0n,
    registeredAt: 0,
    lastClosingEpoch: null,
    ...known,
  };
}
