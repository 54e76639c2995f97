import { BPS_DENOMINATOR } from '../math/bps.ts';

/** Epochs after which what is mined halves. */
const EPOCHS_PER_ERA = 208;
const MINED = 800_000_000n * 10n ** 18n;
const FIRST_AMOUNT = MINED / BigInt(2 * EPOCHS_PER_ERA);
const WINNERS_BPS = 8_000n;

/** What is mined in one epoch, in the smallest unit of CTT. */
export interface EpochAmounts {
  /** for winners, pro rata; not minted where nobody won */
  winners: bigint;
  treasury: bigint;
}

/** `A >> era`, ⌊80 %⌋ of it for winners. @param elapsed epochs since the first one with an emission, 0 for itself */
export function epochAmounts(elapsed: number): EpochAmounts {
  const amount = FIRST_AMOUNT >> BigInt(Math.floor(elapsed / EPOCHS_PER_ERA));
  const winners = (amount * WINNERS_BPS) / BPS_DENOMINATOR;
  return { winners, treasury: amount - winners };
}

/** What the treasury gets in the first `elapsed` epochs. */
export function treasuryTotal(elapsed: number): bigint {
  let total = 0n;
  for (let start = 0; start < elapsed; start += EPOCHS_PER_ERA) {
    const { treasury } = epochAmounts(start);
    if (treasury === 0n) break;
    total += BigInt(Math.min(EPOCHS_PER_ERA, elapsed - start)) * treasury;
  }
  return total;
}
