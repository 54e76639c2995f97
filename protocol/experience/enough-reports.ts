const MIN_REPORTS = 5;
const MIN_EFFECTIVE_REPORTS = 7n;

/**
 * `n ≥ 5` and `(ΣW)² ≥ 7 · ΣW²`: weights spread at least as evenly as over seven equal reports. Reports without any weight
 * are never enough, though 0 ≥ 0: they have no median.
 */
export function enoughReports(weights: readonly bigint[]): boolean {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0n);
  return weights.length >= MIN_REPORTS && sum > 0n && sum * sum >= MIN_EFFECTIVE_REPORTS * squares;
}
