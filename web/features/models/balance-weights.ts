const WHOLE = 10_000;

/**
 * Weights that sum to 10,000 in the proportions of the given ones, each at least 1; equal ones when all are 0. What rounding leaves
 * goes to the largest remainders, so that nobody's weight moves by more than a part.
 */
export function balanceWeights(weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const positive = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const sum = positive.reduce((total, weight) => total + weight, 0);
  const wanted = positive.map((weight) => (sum === 0 ? WHOLE / weights.length : (weight * WHOLE) / sum));
  const balanced = wanted.map((weight) => Math.max(1, Math.floor(weight)));
  let left = WHOLE - balanced.reduce((total, weight) => total + weight, 0);
  const byRemainder = wanted
    .map((weight, i) => ({ i, remainder: weight % 1 }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    balanced[i] = (balanced[i] ?? 0) + 1;
    left -= 1;
  }
  // Raising zeros to 1 can cost more than rounding gave: the heaviest one pays.
  const heaviest = balanced.indexOf(Math.max(...balanced));
  balanced[heaviest] = (balanced[heaviest] ?? 0) + left;
  return balanced;
}
