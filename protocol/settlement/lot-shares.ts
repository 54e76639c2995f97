import { BPS_DENOMINATOR } from '../math/bps.ts';
import type { ShareRates } from './share-rates.ts';

/** What an opened lot leaf with these fees pays: to the model's owner and into the lot's pot, both rounded down. */
export function lotShares(fees: bigint, rates: ShareRates): { expert: bigint; pot: bigint } {
  return {
    expert: (fees * BigInt(rates.expertBps)) / BPS_DENOMINATOR,
    pot: (fees * BigInt(rates.experiencerBps)) / BPS_DENOMINATOR,
  };
}
