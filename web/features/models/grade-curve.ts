import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import type { Direction } from '../../../protocol/documents/quality-model/types.ts';
import { claimDeviation } from '../../../protocol/grade/claim-deviation.ts';
import { parameterGrade } from '../../../protocol/grade/parameter-grade.ts';

export interface CurvePoint {
  /** Measured minus claimed, in units of 10^−decimals. */
  readonly deviation: number;
  /** Basis points. */
  readonly grade: number;
}

/** Beyond two tolerances there is nothing left to lose. */
const REACH = 2.25;
const STEPS = 72;

/** How the grade falls as the measured value leaves the claim, from −2.25 to 2.25 tolerances. @param tolerance scaled, > 0 */
export function gradeCurve(direction: Direction, tolerance: number): CurvePoint[] {
  const reach = Math.ceil(tolerance * REACH);
  const step = Math.max(1, Math.round((2 * reach) / STEPS));
  const count = Math.floor(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, i) => {
    const deviation = (i - count) * step;
    return { deviation, grade: Number(parameterGrade(claimDeviation(0, deviation, direction, tolerance))) };
  });
}

/** A deviation as people write it: +0.5, −0.5, 0.0. */
export function signed(scaled: number, decimals: number): string {
  const text = fromScaled(Math.abs(scaled), decimals);
  return scaled === 0 ? text : `${scaled > 0 ? '+' : '−'}${text}`;
}
