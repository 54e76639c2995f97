import { ProtocolError } from '../error.ts';

/** Deviations up to a quarter of the tolerance get full marks in scoring, too. */
const SAME_DIVISOR = 4n;

/** A value that two vectors give one parameter, in units of 10^−decimals, and its tolerance T > 0. */
export interface ComparedParameter {
  a: number;
  b: number;
  tolerance: number;
}

/**
 * Whether no parameter differs by more than a quarter of its tolerance: jurors could not tell two such challenges apart, so the higher
 * bond takes the place of the lower one; and one that says what was tallied is lost.
 */
export function saySame(parameters: readonly ComparedParameter[]): boolean {
  return parameters.every(({ a, b, tolerance }) => {
    if (!(tolerance > 0)) throw new ProtocolError('BadTolerance', { tolerance });
    return SAME_DIVISOR * BigInt(Math.abs(a - b)) <= BigInt(tolerance);
  });
}
