import { ceilDiv } from '../math/ceil-div.ts';

/** Raw units keep 16 of a multiplier's 64 fraction bits: exact enough, and 2^48 times further from overflow. */
export const RAW_SHIFT = 48n;

/** `⌈amount · M / 2^48⌉`: raw units minted for an amount of power, `multiplier` being M at the time of minting. */
export function inflatePower(amount: bigint, multiplier: bigint): bigint {
  return ceilDiv(amount * multiplier, 1n << RAW_SHIFT);
}
