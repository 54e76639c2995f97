import { commissionOf } from '../../../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../../../protocol/settlement/fee-of.ts';
import { lotShares } from '../../../../protocol/settlement/lot-shares.ts';
import type { ShareRates } from '../../../../protocol/settlement/share-rates.ts';

/** Where the money of an order goes; all in smallest units. */
export interface PriceBreakdown {
  /** What the buyer pays: the sum of everything but `commune`. */
  readonly total: bigint;
  readonly producer: bigint;
  /** Experience fee, made of the next three. */
  readonly fee: bigint;
  readonly expert: bigint;
  readonly experiencers: bigint;
  readonly platform: bigint;
  readonly commission: bigint;
  /** On top, out of the platform's own pocket. */
  readonly commune: bigint;
}

interface Terms {
  readonly unitPrice: bigint;
  readonly quantity: number;
  readonly feeBps: number;
  readonly commissionBps: number;
  /** Somebody's link brought the buyer. */
  readonly isRecommended: boolean;
}

/** Splits the price of an order as the protocol does. The platform bears what rounding loses. */
export function priceBreakdown(terms: Terms, rates: ShareRates): PriceBreakdown {
  const total = terms.unitPrice * BigInt(terms.quantity);
  const fee = feeOf(total, terms.feeBps);
  const commission = commissionOf(total, terms.commissionBps, terms.isRecommended ? 1 : 0);
  const { expert, pot } = lotShares(fee, rates);
  return {
    total,
    producer: total - fee - commission,
    fee,
    expert,
    experiencers: pot,
    platform: fee - expert - pot,
    commission,
    commune: (total * BigInt(rates.communeBps)) / 10_000n,
  };
}
