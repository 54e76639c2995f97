import { Link } from '@tanstack/react-router';
import { Coins } from 'lucide-react';
import type { EpochsQuery } from '../../generated/graphql.ts';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { EpochSeries } from './epoch-series.tsx';
import { epochsQuery } from './epochs-queries.ts';
import { FlowPicture } from './flow-picture.tsx';
import { epochsMessages } from './messages.ts';
import { moneyFlow } from './money-flow.ts';

/** Two years of weeks. */
const SHOWN = 104;

/** Money of the commune from epoch to epoch. */
export function EpochsPage() {
  const text = useText(epochsMessages);
  const query = useSubgraph(epochsQuery, { first: SHOWN });
  return (
    <Page
      title={text('epochs.title')}
      intro={text('epochs.intro')}
      actions={
        <Link to="/platforms" className={buttonClass()}>
          {text('epochs.platforms')}
        </Link>
      }
    >
      <QueryView
        query={query}
        skeleton={<SkeletonBlocks blocks={['h-76 sm:h-28', 'h-156 rounded-2xl sm:h-190', 'h-80 rounded-2xl']} />}
      >
        {(data) => <Found {...data} />}
      </QueryView>
    </Page>
  );
}

function Found({ protocol, epoches: all }: EpochsQuery) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const current = useEpoch()?.epoch;
  // Rounds that will close in an epoch make it known before it begins.
  const epoches = all.filter(({ number }) => current === undefined || number <= current);
  const latest = epoches.find(({ sales }) => sales !== '0');
  if (!protocol || !latest) {
    return (
      <EmptyState icon={<Coins />} title={text('epochs.none')}>
        {text('epochs.noneHelp')}
      </EmptyState>
    );
  }
  const links = moneyFlow([
    {
      sales: BigInt(latest.sales),
      fees: BigInt(latest.fees),
      commissions: BigInt(latest.commissions),
      communeShare: BigInt(latest.communeShare),
      expertBps: protocol.expertBps,
      experiencerBps: protocol.experiencerBps,
    },
  ]);
  const totals = [
    ['epochs.sales', <Money key="sales" amount={protocol.sales} />],
    ['epochs.fees', <Money key="fees" amount={protocol.fees} />],
    ['epochs.rewards', <Money key="rewards" amount={protocol.rewards} />],
    ['epochs.commissions', <Money key="commissions" amount={protocol.commissions} />],
    ['epochs.orders', format.number(BigInt(protocol.orders))],
  ] as const;
  return (
    <>
      <Section title={text('epochs.total')}>
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {totals.map(([label, value]) => (
            <div key={label} className="grid rounded-2xl border border-line bg-surface px-4 py-3">
              <dt className="text-sm text-muted">{text(label)}</dt>
              <dd className="numbers font-display text-xl font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={text('epochs.flowLatest', { number: String(latest.number) })}>
        <Card>
          <FlowPicture links={links} />
        </Card>
      </Section>
      <Section title={text('epochs.series')}>
        <Card className="grid gap-6">
          <EpochSeries epochs={epoches} />
        </Card>
        <EpochTable epochs={epoches} />
      </Section>
    </>
  );
}

function EpochTable({ epochs }: { epochs: EpochsQuery['epoches'] }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  return (
    <DataTable
      caption={text('epochs.series')}
      rows={epochs}
      first={6}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'epoch',
          label: text('epochs.epoch', { number: '' }).trim(),
          cell: ({ number }) => (
            <Link
              to="/epochs/$number"
              params={{ number: String(number) }}
              className="inline-flex min-h-9 items-center font-medium text-jade underline underline-offset-4"
            >
              {text('epochs.epoch', { number: String(number) })}
            </Link>
          ),
        },
        {
          key: 'orders',
          label: text('epochs.orders'),
          numeric: true,
          cell: (row) => format.number(BigInt(row.orders)),
        },
        { key: 'sales', label: text('epochs.sales'), numeric: true, cell: ({ sales }) => <Money amount={sales} /> },
        { key: 'fees', label: text('epochs.fees'), numeric: true, cell: ({ fees }) => <Money amount={fees} /> },
        {
          key: 'rewards',
          label: text('epochs.rewards'),
          numeric: true,
          cell: ({ rewards }) => <Money amount={rewards} />,
        },
        {
          key: 'reports',
          label: text('epochs.reports'),
          numeric: true,
          cell: ({ reportsCommitted, reportsRevealed }) =>
            text('epochs.reportsOf', { committed: reportsCommitted, revealed: reportsRevealed }),
        },
      ]}
    />
  );
}
