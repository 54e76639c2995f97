import { ProtocolError } from '../error.ts';
import { checkInt32 } from '../math/check-int32.ts';

/** A model has at most eight parameters, so that all values of a report fit one word. */
export const MAX_VALUES = 8;

/**
 * Packs measured values, in units of 10^−decimals each: parameter i in bits 32i … 32i+31 as two's complement, unused lanes 0.
 * @throws ProtocolError `TooManyValues` or `BadInteger` (not an int32).
 */
export function packValues(values: readonly number[]): bigint {
  if (values.length > MAX_VALUES) throw new ProtocolError('TooManyValues', { length: values.length, most: MAX_VALUES });
  return values.reduce((word, value, i) => {
    checkInt32(`values[${i}]`, value);
    return word | (BigInt.asUintN(32, BigInt(value)) << BigInt(32 * i));
  }, 0n);
}
