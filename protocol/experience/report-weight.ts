import { ProtocolError } from '../error.ts';

const MAX_WEIGHT = 2n ** 64n - 1n;

/**
 * `W = min(2^64 − 1, ⌊P · F / Fe⌋)`: an experiencer's power is divided among the reports he closes in one epoch.
 * @param power P, power at the epoch's start plus Fe
 * @param fee F, fee of the purchase behind this report
 * @param epochFees Fe, fees of all his commitments that close in the same epoch; ≥ F
 * @throws ProtocolError `NoWeight` when `epochFees` is 0.
 */
export function reportWeight(power: bigint, fee: bigint, epochFees: bigint): bigint {
  if (epochFees === 0n) throw new ProtocolError('NoWeight', { epochFees });
  const weight = (power * fee) / epochFees;
  return weight < MAX_WEIGHT ? weight : MAX_WEIGHT;
}
