import { useFormat } from '../format/use-format.ts';

/** Symbol of the settlement asset on local chains and of the stablecoin it stands for. */
const SYMBOL = 'USD';

interface Props {
  /** Smallest units (10^−6). */
  amount: bigint | string;
  /** All decimals that are not zero. */
  exact?: boolean;
  sign?: boolean;
}

/** An amount of the settlement asset. */
export function Money({ amount, exact = false, sign = false }: Props) {
  const format = useFormat();
  const value = BigInt(amount);
  return (
    <span className="numbers whitespace-nowrap">
      {sign && value > 0n ? '+' : ''}
      {format.amount(value, { exact })}
      <span className="ml-1 text-[0.8em]">{SYMBOL}</span>
    </span>
  );
}
