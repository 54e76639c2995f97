import { FULL_SCORE, type TrackRecord } from './track-record.ts';

/** One-sided 90 %. */
const Z = 1.2816;

/**
 * Quality that a record makes sure of, in basis points: the lower end of Wilson's score interval, which nine times out of ten the
 * true mean is not below. Two perfect reports say less than twenty good ones; without any the answer is 0.
 */
export function assuredQualityBps({ qualitySum, scored }: Pick<TrackRecord, 'qualitySum' | 'scored'>): number {
  if (scored === 0) return 0;
  const mean = Math.min(1, qualitySum / (FULL_SCORE * scored));
  const centre = mean + (Z * Z) / (2 * scored);
  const spread = Z * Math.sqrt((mean * (1 - mean)) / scored + (Z * Z) / (4 * scored * scored));
  return Math.floor(Math.max(0, (centre - spread) / (1 + (Z * Z) / scored)) * 10_000);
}
