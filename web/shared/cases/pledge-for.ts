import { casePledge } from '../../../protocol/platforms/case-pledge.ts';

/**
 * A pledge that still suffices some blocks later, when the base fee has risen by half; it comes back or is lost as a whole. Nodes that
 * are asked without a gas price answer the contract's `casePledge` as if the base fee were 0, so it is computed here.
 *
 * @param baseFee of the latest block, in wei
 */
export function pledgeFor(baseFee: bigint): bigint {
  return casePledge((baseFee * 3n) / 2n);
}
