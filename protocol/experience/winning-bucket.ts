import { BEST_BUCKET } from './bucket.ts';

/**
 * Lowest bucket that wins: buckets are taken from 64 downwards until three times their weight is at least the weight of all
 * scored reports, or bucket 1 is taken in. A report wins when its bucket is at
 * least this. Without any weight it is bucket 1.
 * @param weights weight of the reports in bucket 0 … 64, by bucket
 */
export function winningBucket(weights: readonly bigint[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let taken = 0n;
  for (let bucket = BEST_BUCKET; bucket > 1; bucket--) {
    taken += weights[bucket] ?? 0n;
    if (taken > 0n && 3n * taken >= total) return bucket;
  }
  return 1;
}
