import { ceilDiv } from '../math/ceil-div.ts';

/** Scores are in 1/256. */
export const FULL_SCORE = 256n;

const EXACT = 32n;
const USELESS = 128n;

/**
 * `acc = d ≤ 32 ? 256 : d ≥ 128 ? 0 : 256 − ⌈256 · (d − 32)² / 9216⌉`: full marks within a quarter of the tolerance, none from
 * one tolerance on, a parabola between. `d` in 1/128 of T, result 0 … 256.
 */
export function accuracy(d: bigint): bigint {
  if (d <= EXACT) return FULL_SCORE;
  if (d >= USELESS) return 0n;
  return FULL_SCORE - ceilDiv(FULL_SCORE * (d - EXACT) ** 2n, (USELESS - EXACT) ** 2n);
}
