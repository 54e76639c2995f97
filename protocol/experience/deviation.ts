import { ProtocolError } from '../error.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Deviations are counted in this many parts of a parameter's tolerance. */
export const TOLERANCE_PARTS = 128n;

/** `d = ⌈|value − consensus| · 128 / T⌉`: a report's deviation in 1/128 of T, rounded up, against the reporter. */
export function deviation(value: number, consensus: number, tolerance: number): bigint {
  return ceilDiv(scaled(value, consensus, tolerance), BigInt(tolerance));
}

/** `d0 = ⌊|base − consensus| · 128 / T⌋`: what copying would have missed by, rounded down, against the reporter. */
export function baseDeviation(base: number, consensus: number, tolerance: number): bigint {
  return scaled(base, consensus, tolerance) / BigInt(tolerance);
}

function scaled(a: number, b: number, tolerance: number): bigint {
  if (!(tolerance > 0)) throw new ProtocolError('BadTolerance', { tolerance });
  return BigInt(Math.abs(a - b)) * TOLERANCE_PARTS;
}
