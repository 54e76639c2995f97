import { FULL_SCORE } from './accuracy.ts';

const ACCURACY_WEIGHT = 208n;
const SKILL_WEIGHT = 128n;

/**
 * `q = min(256, ⌊(208 · acc + 128 · skill) / 256⌋)`, 0 … 256: an accurate copy reaches 208, only a measurement that beats the
 * base comes higher.
 */
export function quality(acc: bigint, skilled: bigint): bigint {
  const q = (ACCURACY_WEIGHT * acc + SKILL_WEIGHT * skilled) / FULL_SCORE;
  return q > FULL_SCORE ? FULL_SCORE : q;
}
