import { useFormat } from '../format/use-format.ts';

/** Experience power, written in units of fees (10^−6). */
export function Power({ amount }: { amount: bigint }) {
  const format = useFormat();
  return (
    <span className="numbers whitespace-nowrap">
      {format.amount(amount)}
      <span className="ml-1 text-[0.8em]">XP</span>
    </span>
  );
}
