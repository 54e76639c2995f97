/** Never more than half of what a court takes is a bounty: whoever challenges his own lie still loses the other half. */
const BOUNTY_DIVISOR = 2n;
const BOUNTY_MULTIPLE = 20n;

/** Most that a challenger can get out of one case, in the settlement asset's smallest unit. */
export function bountyCap(bond: bigint): bigint {
  return BOUNTY_MULTIPLE * bond;
}

/**
 * `min(⌊amount / 2⌋, left)`: the challenger's part of a bond that is taken; the rest goes to the audit fund.
 * @param left what the challenger can still get out of the case: `bountyCap` less what he got
 */
export function bountyOf(amount: bigint, left: bigint): bigint {
  const half = amount / BOUNTY_DIVISOR;
  return half < left ? half : left;
}
