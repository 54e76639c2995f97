import { formatUnits } from 'viem';
import { TOKEN_DECIMALS } from '../../shared/format/format-amount.ts';

/** An amount of CTT as it stands in a field: no separators, every digit. */
export function plainToken(amount: bigint): string {
  return formatUnits(amount, TOKEN_DECIMALS);
}
