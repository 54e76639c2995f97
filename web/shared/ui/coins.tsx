import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';

/** An amount of the chain's own coin, in wei. */
export function Coins({ amount }: { amount: bigint | string }) {
  const format = useFormat();
  const { decimals, symbol } = useAppConfig().chain.nativeCurrency;
  return (
    <span className="numbers whitespace-nowrap">
      {format.coin(BigInt(amount), decimals)}
      <span className="ml-1 text-[0.8em]">{symbol}</span>
    </span>
  );
}
