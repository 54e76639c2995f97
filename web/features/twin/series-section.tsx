import { ChartLine } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Legend } from '../../shared/charts/legend.tsx';
import { SeriesPlot } from '../../shared/charts/series-plot.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { twinMessages } from './messages.ts';
import { type Series, seriesOf } from './series.ts';
import type { TwinFinding } from './twin-query.ts';
import { withUnit } from './unit-text.ts';

/** A row of pictures on wide screens. */
const SHOWN_AT_FIRST = 3;

/** What was claimed and measured from lot to lot, one picture for each parameter. */
export function SeriesSection({ findings }: { findings: readonly TwinFinding[] }) {
  const text = useText(twinMessages);
  const ui = useText(uiMessages);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const all = useMemo(() => seriesOf(findings), [findings]);
  return (
    <Section title={text('twin.series')} intro={all.length > 0 && text('twin.seriesIntro')}>
      {all.length === 0 ? (
        <EmptyState icon={<ChartLine />} title={text('twin.notYet')}>
          {text('twin.seriesEmpty')}
        </EmptyState>
      ) : (
        <>
          <Legend
            marks={[
              ['claim', text('twin.legend.claim')],
              ['measured', text('twin.legend.measured')],
              ['limit', text('twin.legend.limit')],
            ]}
          />
          <ul id={id} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {(isOpen ? all : all.slice(0, SHOWN_AT_FIRST)).map((series) => (
              <li key={series.code} className="grid">
                <SeriesCard series={series} />
              </li>
            ))}
          </ul>
          {all.length > SHOWN_AT_FIRST && (
            <Button
              className="justify-self-center"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? ui('ui.showFewer') : text('twin.allParameters', { count: all.length })}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function SeriesCard({ series }: { series: Series }) {
  const text = useText(twinMessages);
  const ui = useText(uiMessages);
  const localized = useLocalized();
  const format = useFormat();
  const plain = (value: number) => format.value(value, series.decimals);
  const shown = (value: number | null) => (value === null ? '–' : plain(value));
  const name = localized(series.name);
  const list = series.points.map(({ key, claim, measured }) =>
    text('twin.seriesItem', { lot: key, claim: shown(claim), measured: shown(measured) }),
  );
  return (
    <Card className="grid content-start gap-2 sm:p-5">
      <h3 className="font-medium">
        {name} <span className="text-sm font-normal text-muted">{withUnit('', series.unit).trim()}</span>
      </h3>
      <SeriesPlot
        label={text('twin.seriesLabel', { name, count: series.points.length, list: list.join('; ') })}
        points={series.points}
        legalMin={series.legalMin}
        legalMax={series.legalMax}
        format={plain}
      />
      <Disclosure summary={ui('ui.asTable')}>
        <DataTable
          caption={name}
          rows={series.points}
          rowKey={({ key }) => key}
          columns={[
            { key: 'lot', label: text('twin.lotCode'), cell: ({ key }) => key },
            { key: 'claim', label: text('twin.claimed'), numeric: true, cell: ({ claim }) => shown(claim) },
            { key: 'measured', label: text('twin.measured'), numeric: true, cell: ({ measured }) => shown(measured) },
          ]}
        />
      </Disclosure>
    </Card>
  );
}
