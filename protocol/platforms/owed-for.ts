import { BPS_DENOMINATOR } from '../math/bps.ts';
import { lotShares } from '../settlement/lot-shares.ts';
import type { Receipt } from '../settlement/receipt.ts';
import type { ShareRates } from '../settlement/share-rates.ts';

/** What a receipt owes its payees, in the smallest unit of the settlement asset. */
export interface Owed {
  /** to the model's owner */
  expert: bigint;
  /** to the lot's pot */
  pot: bigint;
  /** to the recommender */
  commission: bigint;
  commune: bigint;
  total: bigint;
}

/**
 * What is to be paid from the bond for a receipt that was not settled; every part is rounded down.
 * @param rates `expertBps` and `experiencerBps` of the receipt's statement, today's when there is none; `communeBps` always today's
 */
export function owedFor(
  { sales, fee, commission }: Pick<Receipt, 'sales' | 'fee' | 'commission'>,
  rates: ShareRates,
): Owed {
  const { expert, pot } = lotShares(fee, rates);
  const commune = (sales * BigInt(rates.communeBps)) / BPS_DENOMINATOR;
  return { expert, pot, commission, commune, total: expert + pot + commission + commune };
}
