import { ProtocolError } from '../error.ts';

/** The four lanes of a sums word; amounts in the smallest unit of the settlement asset, `count` in orders. */
export interface Sums {
  /** uint72, bits 0–71 */
  sales: bigint;
  /** uint72, bits 72–143 */
  fees: bigint;
  /** uint72, bits 144–215 */
  commissions: bigint;
  /** uint40, bits 216–255 */
  count: bigint;
}

const LANES: readonly { name: keyof Sums; shift: bigint; bits: bigint }[] = [
  { name: 'sales', shift: 0n, bits: 72n },
  { name: 'fees', shift: 72n, bits: 72n },
  { name: 'commissions', shift: 144n, bits: 72n },
  { name: 'count', shift: 216n, bits: 40n },
];

/**
 * Packs four lanes into one word, lowest bits first (docs/encoding.md, Sums).
 * @throws ProtocolError `SumsNegative` or `SumsOverflow` with the lane and its value.
 */
export function packSums(sums: Sums): bigint {
  let word = 0n;
  for (const { name, shift, bits } of LANES) {
    const value = sums[name];
    if (value < 0n) throw new ProtocolError('SumsNegative', { lane: name, value });
    if (value >> bits !== 0n) throw new ProtocolError('SumsOverflow', { lane: name, value });
    word |= value << shift;
  }
  return word;
}

/** @throws ProtocolError `SumsNegative` or `SumsOverflow` when `word` is not a uint256. */
export function unpackSums(word: bigint): Sums {
  if (word < 0n) throw new ProtocolError('SumsNegative', { word });
  if (word >> 256n !== 0n) throw new ProtocolError('SumsOverflow', { word });
  const lane = (shift: bigint, bits: bigint): bigint => BigInt.asUintN(Number(bits), word >> shift);
  return { sales: lane(0n, 72n), fees: lane(72n, 72n), commissions: lane(144n, 72n), count: lane(216n, 40n) };
}

/** Adds lane by lane. @throws ProtocolError `SumsOverflow` when a lane would spill into the next one. */
export function addSums(a: bigint, b: bigint): bigint {
  const left = unpackSums(a);
  const right = unpackSums(b);
  return packSums({
    sales: left.sales + right.sales,
    fees: left.fees + right.fees,
    commissions: left.commissions + right.commissions,
    count: left.count + right.count,
  });
}
