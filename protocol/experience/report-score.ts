import { weightedAverage } from '../math/weighted-average.ts';
import { accuracy } from './accuracy.ts';
import { baseDeviation, deviation } from './deviation.ts';
import { quality } from './quality.ts';
import { skill } from './skill.ts';

/** One parameter of a report beside what it is measured by; all in units of 10^−decimals. */
export interface ScoredParameter {
  value: number;
  consensus: number;
  /** `baseValue(…)` */
  base: number;
  /** T > 0 */
  tolerance: number;
  /** weights of all parameters sum to 10,000 */
  weightBps: number;
}

/** Accuracy earns power, quality wins rewards; both 0 … 256. */
export interface ReportScore {
  acc: bigint;
  q: bigint;
}

/** Score of a report over all parameters of its model, each average rounded down. */
export function reportScore(parameters: readonly ScoredParameter[]): ReportScore {
  const scores = parameters.map(({ value, consensus, base, tolerance }) => {
    const d = deviation(value, consensus, tolerance);
    const acc = accuracy(d);
    return { acc, q: quality(acc, skill(d, baseDeviation(base, consensus, tolerance))) };
  });
  const weights = parameters.map(({ weightBps }) => weightBps);
  return {
    acc: weightedAverage(
      scores.map(({ acc }) => acc),
      weights,
    ),
    q: weightedAverage(
      scores.map(({ q }) => q),
      weights,
    ),
  };
}
