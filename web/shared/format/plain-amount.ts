import { formatUnits } from 'viem';
import { ASSET_DECIMALS } from './format-amount.ts';

/** An amount of the settlement asset as it is typed: without separators and needless zeros. @param amount in smallest units */
export function plainAmount(amount: bigint): string {
  return formatUnits(amount, ASSET_DECIMALS);
}
