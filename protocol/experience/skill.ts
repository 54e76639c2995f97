import { FULL_SCORE } from './accuracy.ts';
import { TOLERANCE_PARTS } from './deviation.ts';

/**
 * `skill = clamp(⌊(d0² − d²) · 256 / 16384⌋, 0, 256)`: how much closer a report came than the base, which everybody knew.
 * Both deviations in 1/128 of T, result 0 … 256.
 */
export function skill(d: bigint, d0: bigint): bigint {
  if (d >= d0) return 0n;
  const gained = ((d0 * d0 - d * d) * FULL_SCORE) / TOLERANCE_PARTS ** 2n;
  return gained > FULL_SCORE ? FULL_SCORE : gained;
}
