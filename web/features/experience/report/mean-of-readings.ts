import { fractionDigits, toScaled } from '../../../../protocol/documents/quality-model/scaled.ts';

/**
 * Mean of readings (decimal strings) rounded half to even to `decimals` digits, as ISO 80000-1 and GB/T 8170 round, in units of
 * 10^−decimals. Readings may carry more digits than the value; nothing is lost before the one rounding.
 */
export function meanOfReadings(readings: readonly string[], decimals: number): number {
  if (readings.length === 0) throw new RangeError('no readings');
  const digits = Math.max(decimals, ...readings.map(fractionDigits));
  const sum = readings.reduce((total, reading) => total + BigInt(toScaled(reading, digits)), 0n);
  return Number(divideHalfEven(sum, BigInt(readings.length) * 10n ** BigInt(digits - decimals)));
}

function divideHalfEven(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const [whole, rest] = [magnitude / divisor, magnitude % divisor];
  const isUp = rest * 2n > divisor || (rest * 2n === divisor && whole % 2n === 1n);
  const rounded = isUp ? whole + 1n : whole;
  return value < 0n ? -rounded : rounded;
}
