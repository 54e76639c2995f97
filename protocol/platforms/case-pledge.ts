import { ceilDiv } from '../math/ceil-div.ts';

/** What an answer costs whose two proofs have 50 levels each. */
const ANSWER_GAS = 250_000n;
/** wei; for chains that have hardly a base fee */
const LEAST_PLEDGE = 200_000_000_000_000n;
const GWEI = 1_000_000_000n;

/** What a challenger pledges in a block with this base fee, in wei: twice the gas of an answer, in whole gwei. */
export function casePledge(baseFee: bigint): bigint {
  const wanted = 2n * ANSWER_GAS * baseFee;
  return ceilDiv(wanted > LEAST_PLEDGE ? wanted : LEAST_PLEDGE, GWEI) * GWEI;
}
