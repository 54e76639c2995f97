import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { meanAccuracyBps, meanQualityBps, type TrackRecord } from '../../../shared/experiencers/track-record.ts';

export const RECORD_ORDERS = ['assured', 'quality', 'accuracy', 'won', 'nominated', 'newest'] as const;
export type RecordOrder = (typeof RECORD_ORDERS)[number];

const VALUE: Readonly<Record<RecordOrder, (record: TrackRecord) => number>> = {
  assured: assuredQualityBps,
  quality: (record) => meanQualityBps(record) ?? -1,
  accuracy: (record) => meanAccuracyBps(record) ?? -1,
  won: ({ won }) => won,
  nominated: ({ nominatedFees }) => Number(nominatedFees),
  newest: ({ registeredAt }) => registeredAt,
};

/** Highest first; equal ones by number. */
export function sortRecords(records: readonly TrackRecord[], order: RecordOrder): TrackRecord[] {
  return records.toSorted((a, b) => VALUE[order](b) - VALUE[order](a) || a.id - b.id);
}
