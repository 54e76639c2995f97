/** A part of a whole in basis points, cut off; 0 of nothing. */
export function shareBps(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole);
}
