import { ProtocolError } from '../error.ts';

/** What anybody could have known of a parameter before measuring; undefined = there was none. */
export interface BaseSources {
  /** the commodity's last final consensus of this code with the same decimals, from a lot closed in an earlier epoch */
  lastConsensus?: number | undefined;
  /** the producer's claim, when it is not sealed */
  openClaim?: number | undefined;
  legalMin: number;
  legalMax: number;
}

/**
 * Value a report must beat to show skill, in units of 10^−decimals. The middle of the legal range is rounded towards zero,
 * as Solidity divides.
 */
export function baseValue({ lastConsensus, openClaim, legalMin, legalMax }: BaseSources): number {
  if (legalMin > legalMax) throw new ProtocolError('BadLegalRange', { legalMin, legalMax });
  // `+ 0` because Math.trunc turns −1 / 2 into −0.
  return lastConsensus ?? openClaim ?? Math.trunc((legalMin + legalMax) / 2) + 0;
}
