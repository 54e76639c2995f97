import type { Solution } from './election.ts';

/** How good a solution is: the least support (more is better), then all support (more), then the sum of its squares (less). */
export interface Score {
  readonly least: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

const PERBILL = 1_000_000_000n;

/** Over the winners, who all have some support. */
export function scoreOf({ winners }: Pick<Solution, 'winners'>): Score {
  const supports = winners.map(({ support }) => support);
  return {
    least: supports.reduce((a, b) => (a < b ? a : b), supports[0] ?? 0n),
    sum: supports.reduce((a, b) => a + b, 0n),
    squares: supports.reduce((a, b) => a + b * b, 0n),
  };
}

/**
 * Whether a score beats another one by more than `epsilon` (parts per billion) of it, value by value.
 * After `ElectionScore::strict_threshold_better` of sp-npos-elections (polkadot-sdk).
 */
export function isBetter(claim: Score, current: Score, epsilon = 0n): boolean {
  return (
    decide(claim.least, current.least, epsilon) ??
    decide(claim.sum, current.sum, epsilon) ??
    claim.squares < current.squares - (current.squares * epsilon) / PERBILL
  );
}

/** Undefined where two values are as good as equal. */
function decide(claim: bigint, current: bigint, epsilon: bigint): boolean | undefined {
  const margin = (current * epsilon) / PERBILL;
  if (claim > current + margin) return true;
  if (claim < current - margin) return false;
  return undefined;
}
