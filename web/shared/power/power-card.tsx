import { useEpoch } from '../chain/use-epoch.ts';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Power } from '../ui/power.tsx';
import { uiMessages } from '../ui/ui-messages.ts';
import { PowerChart } from './power-chart.tsx';
import { powerMessages } from './power-messages.ts';
import { powerAt, powerSeries } from './power-series.ts';

interface IndexedCheckpoint {
  readonly raw: string;
  readonly epoch: { readonly number: number };
}

/** Experience power over time, with the same as a table. */
export function PowerCard({ series }: { series: readonly IndexedCheckpoint[] }) {
  const text = useText(powerMessages);
  const ui = useText(uiMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const epoch = useEpoch()?.epoch;
  const checkpoints = series.map(({ raw, epoch: { number } }) => ({ epoch: number, raw: BigInt(raw) }));
  const points = epoch === undefined ? [] : powerSeries(clock, checkpoints, epoch);
  const present = checkpoints.filter((point) => epoch !== undefined && point.epoch <= epoch).at(-1);
  return (
    <Card className="grid gap-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-display text-xl font-semibold">{text('power.title')}</h2>
        {present && now !== undefined && (
          <span className="font-display text-2xl font-semibold">
            <Power amount={powerAt(clock, present.raw, now)} />
          </span>
        )}
      </div>
      <p className="text-sm text-muted">{text('power.help')}</p>
      {points.length === 0 ? (
        <p className="text-muted">{text('power.none')}</p>
      ) : (
        <>
          <PowerChart points={points} />
          <Disclosure summary={ui('ui.asTable')}>
            <DataTable
              caption={text('power.title')}
              rows={points.toReversed()}
              rowKey={(point) => point.epoch}
              columns={[
                { key: 'epoch', label: text('power.epoch'), cell: (point) => String(point.epoch) },
                {
                  key: 'power',
                  label: text('power.title'),
                  numeric: true,
                  cell: ({ power }) => <Power amount={power} />,
                },
              ]}
            />
          </Disclosure>
        </>
      )}
    </Card>
  );
}
