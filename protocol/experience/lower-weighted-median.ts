import { ProtocolError } from '../error.ts';

/** A value of one parameter and the weight of the report that says it. */
export interface WeightedValue {
  value: number;
  weight: bigint;
}

/**
 * Lower weighted median: the one value with `2 · weight(v < R) < ΣW ≤ 2 · weight(v ≤ R)`. Reports without weight have no say.
 * @throws ProtocolError `NoWeight` when the weights sum to 0, `BadWeight` when one is negative.
 */
export function lowerWeightedMedian(values: readonly WeightedValue[]): number {
  let total = 0n;
  for (const { weight } of values) {
    if (weight < 0n) throw new ProtocolError('BadWeight', { weight });
    total += weight;
  }
  if (total === 0n) throw new ProtocolError('NoWeight', { reports: values.length });
  let atMost = 0n;
  for (const { value, weight } of [...values].sort((a, b) => a.value - b.value)) {
    atMost += weight;
    if (2n * atMost >= total) return value;
  }
  throw new ProtocolError('NoWeight', { reports: values.length });
}
