import { ProtocolError } from '../error.ts';
import { checkAmount } from '../math/check-uint.ts';
import { MAX_VALUES } from './pack-values.ts';

/**
 * The values of a model with `count` parameters from one word.
 * @throws ProtocolError `TooManyValues`, `BadAmount` (not a uint256) or `UnusedLane` when a lane beyond `count` is not 0.
 */
export function unpackValues(word: bigint, count: number): number[] {
  if (count > MAX_VALUES) throw new ProtocolError('TooManyValues', { length: count, most: MAX_VALUES });
  checkAmount('values', word, 256n);
  const unused = word >> BigInt(32 * count);
  if (unused !== 0n) throw new ProtocolError('UnusedLane', { count, unused });
  return Array.from({ length: count }, (_, i) => Number(BigInt.asIntN(32, word >> BigInt(32 * i))));
}
