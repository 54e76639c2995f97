import { useFormat } from '../format/use-format.ts';

interface Props {
  /** Smallest units (10^−18). */
  amount: bigint | string;
}

/** An amount of CTT. */
export function Tokens({ amount }: Props) {
  const format = useFormat();
  return (
    <span className="numbers whitespace-nowrap">
      {format.token(BigInt(amount))}
      <span className="ml-1 text-[0.8em]">CTT</span>
    </span>
  );
}
