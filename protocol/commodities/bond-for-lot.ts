import { BPS_DENOMINATOR } from '../math/bps.ts';

/** What is asked of a commodity's bond; in the settlement asset's smallest unit. */
export interface BondTerms {
  /** `bondRequired` of Commodities: what a court can take. */
  required: bigint;
  /** Part of it that a seal costs that stays closed. */
  unsealChargeBps: number;
  /** Charges of the lots whose round is not over. */
  pledged: bigint;
}

/** What the bond must be to offer one more lot: seals cost on top of what a court can take, so that neither empties the other. */
export function bondForLot({ required, unsealChargeBps, pledged }: BondTerms): bigint {
  return required + pledged + (required * BigInt(unsealChargeBps)) / BPS_DENOMINATOR;
}
