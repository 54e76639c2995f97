import { ProtocolError } from '../error.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Deviations are counted in this many parts of a parameter's tolerance. */
export const TOLERANCE_PARTS = 128n;

/** `d = ⌈|value − consensus| · 128 / T⌉`: a report's deviation in 1/128 of T, rounded up, against the reporter. */
export function deviation(value: number, consensus: number, tolerance: number): bigint {
  return ceilDiv(scaled(value, consensus, tolerance), BigInt(tolerance));
}

/** The contract keeps base deviations in 16 bits: 512 tolerances. */
const MAX_BASE_DEVIATION = 65_535n;

/**
 * `d0 = min(65535, ⌊|base − consensus| · 128 / T⌋)`: what copying would have missed by, rounded down, against the reporter.
 */
export function baseDeviation(base: number, consensus: number, tolerance: number): bigint {
  const d0 = scaled(base, consensus, tolerance) / BigInt(tolerance);
  return d0 < MAX_BASE_DEVIATION ? d0 : MAX_BASE_DEVIATION;
}

function scaled(a: number, b: number, tolerance: number): bigint {
  if (!(tolerance > 0)) throw new ProtocolError('BadTolerance', { tolerance });
  return BigInt(Math.abs(a - b)) * TOLERANCE_PARTS;
}
