import type { Direction } from '../documents/quality-model/types.ts';
import { weightedAverage } from '../math/weighted-average.ts';
import { claimDeviation } from './claim-deviation.ts';
import { PASS_BPS, parameterGrade } from './parameter-grade.ts';

/** A parameter of the lot's model revision with its claim and final consensus, in units of 10^−decimals. */
export interface GradedParameter {
  claim: number;
  consensus: number;
  direction: Direction;
  /** T > 0 */
  tolerance: number;
  /** weights of all parameters sum to 10,000 */
  weightBps: number;
  critical: boolean;
  legalMin: number;
  legalMax: number;
}

/** Verdict on a lot; grades in basis points, 10,000 = 100 points. */
export interface LotGrade {
  grades: bigint[];
  overall: bigint;
  state: 'Trusted' | 'Flagged';
}

/** Grades a lot; flagged when a critical parameter is below 60 points or a consensus is outside the legal range. */
export function lotGrade(parameters: readonly GradedParameter[]): LotGrade {
  const grades = parameters.map(({ claim, consensus, direction, tolerance }) =>
    parameterGrade(claimDeviation(claim, consensus, direction, tolerance)),
  );
  const overall = weightedAverage(
    grades,
    parameters.map(({ weightBps }) => weightBps),
  );
  const flagged = parameters.some(({ critical, consensus, legalMin, legalMax }, i) => {
    const failed = critical && (grades[i] as bigint) < PASS_BPS;
    return failed || consensus < legalMin || consensus > legalMax;
  });
  return { grades, overall, state: flagged ? 'Flagged' : 'Trusted' };
}
