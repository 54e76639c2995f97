import { BPS_DENOMINATOR } from '../../../protocol/math/bps.ts';
import { commissionOf } from '../../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../../protocol/settlement/fee-of.ts';
import { lotShares } from '../../../protocol/settlement/lot-shares.ts';
import type { ShareRates } from '../../../protocol/settlement/share-rates.ts';

/** Limits of the rates, fixed in `contracts/commodities/Commodities.sol`; basis points. */
export const FEE_BPS = { min: 100, max: 3_000, usual: 1_500 } as const;
export const COMMISSION_BPS = { min: 0, max: 2_000, usual: 500 } as const;

/** Who gets what of one sale, in smallest units of the settlement asset. */
export interface TermsExample {
  readonly producer: bigint;
  readonly commission: bigint;
  readonly fee: bigint;
  readonly expert: bigint;
  readonly experiencers: bigint;
  readonly platform: bigint;
  /** On top, paid by the platform. */
  readonly commune: bigint;
}

const SOME_RECOMMENDER = 1;

/** One sale that a recommender brought, settled at today's shares. */
export function termsExample(sales: bigint, feeBps: number, commissionBps: number, shares: ShareRates): TermsExample {
  const fee = feeOf(sales, feeBps);
  const commission = commissionOf(sales, commissionBps, SOME_RECOMMENDER);
  const { expert, pot } = lotShares(fee, shares);
  return {
    producer: sales - fee - commission,
    commission,
    fee,
    expert,
    experiencers: pot,
    platform: fee - expert - pot,
    commune: (sales * BigInt(shares.communeBps)) / BPS_DENOMINATOR,
  };
}
