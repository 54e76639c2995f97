import { BPS_DENOMINATOR } from '../../../protocol/math/bps.ts';

/** What a commodity has behind its claims; smallest units. */
export interface BondState {
  readonly bond: bigint;
  /** Charges that open lots could take. */
  readonly pledged: bigint;
  /** What governance requires of a commodity now. */
  readonly required: bigint;
  readonly unsealChargeBps: number;
}

export interface LotBond {
  /** Lost if the next lot's seal stays closed. */
  readonly charge: bigint;
  /** What the bond must be to offer another lot. */
  readonly needed: bigint;
  /** To top up first; 0: enough is there. */
  readonly missing: bigint;
}

/** What another lot asks of the bond, as `Commodities.offer` computes it. */
export function lotBond({ bond, pledged, required, unsealChargeBps }: BondState): LotBond {
  const charge = (required * BigInt(unsealChargeBps)) / BPS_DENOMINATOR;
  // What seals can cost is on top of what a court can take: neither empties the other.
  const needed = required + pledged + charge;
  return { charge, needed, missing: bond < needed ? needed - bond : 0n };
}
