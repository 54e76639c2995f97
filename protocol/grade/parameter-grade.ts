import { TOLERANCE_PARTS } from '../experience/deviation.ts';
import { BPS_DENOMINATOR } from '../math/bps.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Grade at a deviation of exactly one tolerance; a critical parameter below it flags the lot. */
export const PASS_BPS = 6000n;

/**
 * Grade of a parameter in basis points (10,000 = 100 points): 100 points at the claim, 60 at T, 0 from 2T on, straight between,
 * rounded down.
 * @param d `claimDeviation`, in 1/128 of T
 */
export function parameterGrade(d: bigint): bigint {
  if (d <= TOLERANCE_PARTS) return BPS_DENOMINATOR - ceilDiv((BPS_DENOMINATOR - PASS_BPS) * d, TOLERANCE_PARTS);
  const grade = PASS_BPS - ceilDiv(PASS_BPS * (d - TOLERANCE_PARTS), TOLERANCE_PARTS);
  return grade > 0n ? grade : 0n;
}
