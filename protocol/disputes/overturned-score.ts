import { type ReportScore, reportScore, type ScoredParameter } from '../experience/report-score.ts';
import { isSlashed } from './is-slashed.ts';

/** Score of a report in a round that a court has overturned; `consensus` is R′. Slashed reports score nothing. */
export function overturnedScore(parameters: readonly ScoredParameter[]): ReportScore {
  return isSlashed(parameters) ? { acc: 0n, q: 0n } : reportScore(parameters);
}
