import { RAW_SHIFT } from './inflate-power.ts';

/** `⌊raw · 2^48 / M⌋`: power that raw units are worth, `multiplier` being M at the time asked about. */
export function deflatePower(raw: bigint, multiplier: bigint): bigint {
  return (raw << RAW_SHIFT) / multiplier;
}
