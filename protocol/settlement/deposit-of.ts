import { BPS_DENOMINATOR } from '../math/bps.ts';
import { ceilDiv } from '../math/ceil-div.ts';
import type { ShareRates } from './share-rates.ts';
import type { Sums } from './sums.ts';

/** What a statement must deposit, part by part, in the smallest unit of the settlement asset. */
export interface Deposit {
  experts: bigint;
  experiencers: bigint;
  commune: bigint;
  commissions: bigint;
  /** what the contract pulls */
  total: bigint;
}

/** Each share is rounded up, so that payouts rounded down per leaf can never exceed it. */
export function depositOf({ sales, fees, commissions }: Omit<Sums, 'count'>, rates: ShareRates): Deposit {
  const experts = ceilDiv(fees * BigInt(rates.expertBps), BPS_DENOMINATOR);
  const experiencers = ceilDiv(fees * BigInt(rates.experiencerBps), BPS_DENOMINATOR);
  const commune = ceilDiv(sales * BigInt(rates.communeBps), BPS_DENOMINATOR);
  return { experts, experiencers, commune, commissions, total: experts + experiencers + commune + commissions };
}
