/** Parts in a whole for every rate named `…Bps`. */
export const BPS_DENOMINATOR = 10_000n;
