import { useEpoch } from '../../../shared/chain/use-epoch.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import { uiMessages } from '../../../shared/ui/ui-messages.ts';
import { recordMessages } from '../record-messages.ts';
import { PowerChart } from './power-chart.tsx';
import { powerAt, powerSeries } from './power-series.ts';
import type { FoundRecord } from './use-record.ts';

/** Experience power over time, with the same as a table. */
export function PowerCard({ series }: { series: FoundRecord['powerSeries'] }) {
  const text = useText(recordMessages);
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
        <h2 className="font-display text-xl font-semibold">{text('record.power')}</h2>
        {present && now !== undefined && (
          <span className="font-display text-2xl font-semibold">
            <Power amount={powerAt(clock, present.raw, now)} />
          </span>
        )}
      </div>
      <p className="text-sm text-muted">{text('record.powerHelp')}</p>
      {points.length === 0 ? (
        <p className="text-muted">{text('record.powerNone')}</p>
      ) : (
        <>
          <PowerChart points={points} />
          <Disclosure summary={ui('ui.asTable')}>
            <DataTable
              caption={text('record.power')}
              rows={points.toReversed()}
              rowKey={(point) => point.epoch}
              columns={[
                { key: 'epoch', label: text('record.epoch'), cell: (point) => String(point.epoch) },
                {
                  key: 'power',
                  label: text('record.power'),
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
