import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Money } from '../../shared/ui/money.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { totalsQuery } from './market-query.ts';
import { marketMessages } from './messages.ts';

/** What has happened so far; absent when it cannot be known. */
export function Totals() {
  const text = useText(marketMessages);
  const format = useFormat();
  const query = useSubgraph(totalsQuery, {});
  const protocol = query.data?.protocol;
  if (query.isPending) return <Skeleton className="h-38 sm:h-40 lg:h-15" />;
  if (!protocol) return null;
  const totals = [
    ['market.numberCommodities', format.number(protocol.commodities)],
    ['market.numberOrders', format.number(BigInt(protocol.orders))],
    ['market.numberReports', format.number(protocol.reports)],
    ['market.numberRewards', <Money key="rewards" amount={protocol.rewards} />],
  ] as const;
  return (
    <dl aria-label={text('market.numbers')} className="grid grid-cols-2 gap-6 lg:grid-cols-4">
      {totals.map(([label, value]) => (
        <div key={label} className="flex flex-col-reverse border-l-2 border-seal pl-4">
          <dt className="text-muted">{text(label)}</dt>
          <dd className="numbers font-display text-2xl font-semibold sm:text-3xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
