import { ProtocolError } from '../error.ts';

/** ⌊√value⌋, by Newton's method. @throws ProtocolError `BadAmount` for a negative value. */
export function integerSqrt(value: bigint): bigint {
  if (value < 0n) throw new ProtocolError('BadAmount', { name: 'value', value, type: 'uint' });
  if (value < 2n) return value;
  // Not below the root, so that every step goes down until it is reached.
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
