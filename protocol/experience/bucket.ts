/** Best bucket; bucket 0 holds quality 0 and never wins. */
export const BEST_BUCKET = 64;

/** Bucket of a quality 0 … 256: 0 for 0, else `⌊(q − 1) / 4⌋ + 1`. */
export function bucketOf(q: bigint): number {
  return q === 0n ? 0 : Number((q - 1n) / 4n) + 1;
}
