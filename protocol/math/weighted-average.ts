import { ProtocolError } from '../error.ts';
import { BPS_DENOMINATOR } from './bps.ts';

/**
 * `⌊Σ weightBps · part / 10000⌋`.
 * @throws ProtocolError `BadWeight` unless there is one weight per part and the weights sum to 10,000.
 */
export function weightedAverage(parts: readonly bigint[], weightsBps: readonly number[]): bigint {
  const total = weightsBps.reduce((sum, weight) => sum + weight, 0);
  if (parts.length !== weightsBps.length || total !== Number(BPS_DENOMINATOR)) {
    throw new ProtocolError('BadWeight', { parts: parts.length, weights: weightsBps.join(' + ') });
  }
  return parts.reduce((sum, part, i) => sum + part * BigInt(weightsBps[i] as number), 0n) / BPS_DENOMINATOR;
}
