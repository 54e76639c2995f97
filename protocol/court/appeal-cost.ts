import { BPS_DENOMINATOR } from '../math/bps.ts';
import type { CourtParameters } from './court-parameters.ts';
import { jurySize } from './jury-size.ts';

/** Fees of a round's jury, in the chain's coin. */
export function feesOf({ feePerJuror }: CourtParameters, round: number): bigint {
  return feePerJuror * BigInt(jurySize(round));
}

/** What an appellant pays for the round that his appeal leads to; the bond comes back if the final ruling is another one. */
export function appealCost(parameters: CourtParameters, round: number): { fees: bigint; bond: bigint } {
  const fees = feesOf(parameters, round);
  return { fees, bond: (fees * BigInt(parameters.appealBondBps)) / BPS_DENOMINATOR };
}
