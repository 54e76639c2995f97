import { ProtocolError } from '../../error.ts';

/** First byte of each lane of a big-endian sums word; a lane ends where the one before it in this list begins. */
const LANES = [
  { name: 'sales', first: 23, end: 32 },
  { name: 'fees', first: 14, end: 23 },
  { name: 'commissions', first: 5, end: 14 },
  { name: 'count', first: 0, end: 5 },
] as const;

/**
 * `addSums` on big-endian words in place of bigints: target = a + b, lane by lane.
 * @throws ProtocolError `SumsOverflow` when a carry would leave its lane.
 */
export function addSumBytes(
  target: Uint8Array,
  targetOffset: number,
  a: Uint8Array,
  aOffset: number,
  b: Uint8Array,
  bOffset: number,
): void {
  for (const { name, first, end } of LANES) {
    let carry = 0;
    for (let i = end - 1; i >= first; i--) {
      const sum = (a[aOffset + i] as number) + (b[bOffset + i] as number) + carry;
      target[targetOffset + i] = sum;
      carry = sum >>> 8;
    }
    if (carry !== 0) throw new ProtocolError('SumsOverflow', { lane: name });
  }
}
