import { ProtocolError } from '../error.ts';

/** Equal parts of the arbitrator's cost in wei, in the order of the choices; they differ by at most one and sum to the cost. */
export function feeShares(cost: bigint, challengers: number): bigint[] {
  if (!Number.isInteger(challengers) || challengers < 1) {
    throw new ProtocolError('BadInteger', { name: 'challengers', value: challengers, type: 'at least 1' });
  }
  const count = BigInt(challengers);
  return Array.from({ length: challengers }, (_, i) => (cost * BigInt(i + 1)) / count - (cost * BigInt(i)) / count);
}
