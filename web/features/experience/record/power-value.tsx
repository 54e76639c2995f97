import { useFormat } from '../../../shared/format/use-format.ts';

/** Experience power, written in units of fees (10^−6). */
export function PowerValue({ power }: { power: bigint }) {
  const format = useFormat();
  return (
    <span className="numbers whitespace-nowrap">
      {format.amount(power)}
      <span className="ml-1 text-[0.8em]">XP</span>
    </span>
  );
}
