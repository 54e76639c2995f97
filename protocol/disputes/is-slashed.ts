import { deviation, TOLERANCE_PARTS } from '../experience/deviation.ts';

/** What a report says of a parameter, and what the court says, in units of 10^−decimals; T > 0. */
export interface JudgedParameter {
  value: number;
  /** R′ */
  consensus: number;
  tolerance: number;
}

/**
 * Whether a report loses its whole bond (and scores nothing) after an overturn: it is more than one tolerance from R′ in any parameter.
 * Nobody is slashed without an overturn.
 */
export function isSlashed(parameters: readonly JudgedParameter[]): boolean {
  return parameters.some(({ value, consensus, tolerance }) => deviation(value, consensus, tolerance) > TOLERANCE_PARTS);
}
