import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { EpochsQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { epochsMessages } from './messages.ts';

type Row = EpochsQuery['epoches'][number];

const SERIES = ['sales', 'fees', 'rewards', 'commissions'] as const;
const BAR = 36;
const GAP = 8;
const HEIGHT = 150;
const FOOT = 22;

/** Money of each epoch as bars; each leads to its epoch. Oldest left. */
export function EpochSeries({ epochs }: { epochs: readonly Row[] }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const [series, setSeries] = useState<(typeof SERIES)[number]>('sales');
  const rows = epochs.toSorted((a, b) => a.number - b.number);
  const highest = rows.reduce((top, row) => (BigInt(row[series]) > BigInt(top[series]) ? row : top), rows[0] as Row);
  const y = scaleLinear([0, Math.max(1, Number(highest[series]))], [0, HEIGHT - FOOT - 10]);
  const width = rows.length * (BAR + GAP);
  return (
    <figure className="grid gap-4">
      <div role="radiogroup" aria-label={text('epochs.seriesOf')} className="flex flex-wrap gap-2">
        {SERIES.map((name) => (
          <label
            key={name}
            className="inline-flex min-h-11 items-center rounded-full border border-line px-4 text-sm has-checked:border-jade has-checked:bg-jade-soft has-checked:text-jade has-focus-visible:outline-2 has-focus-visible:outline-jade"
          >
            <input
              type="radio"
              name="series"
              className="sr-only"
              checked={series === name}
              onChange={() => setSeries(name)}
            />
            {text(`epochs.${name}`)}
          </label>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must do so by keyboard */}
      <nav aria-label={text('epochs.series')} tabIndex={0} className="overflow-x-auto p-1">
        <svg width={width} height={HEIGHT} className="text-[11px]">
          <title>
            {text('epochs.seriesDescription', {
              amount: format.amount(highest[series]),
              number: String(highest.number),
            })}
          </title>
          {rows.map((row, i) => {
            const height = Math.max(Number(row[series]) > 0 ? 2 : 0, y(Number(row[series])));
            return (
              <Link
                key={row.number}
                to="/epochs/$number"
                params={{ number: String(row.number) }}
                aria-label={`${text('epochs.epoch', { number: String(row.number) })}: ${format.amount(row[series])} USD`}
              >
                <g transform={`translate(${i * (BAR + GAP)} 0)`}>
                  <rect width={BAR} height={HEIGHT} className="fill-transparent" />
                  <rect
                    y={HEIGHT - FOOT - height}
                    width={BAR}
                    height={height}
                    rx="3"
                    className="fill-jade hover:fill-jade-hover"
                  />
                  <text x={BAR / 2} y={HEIGHT - 6} textAnchor="middle" className="numbers fill-muted">
                    {row.number}
                  </text>
                  <title>{`${text('epochs.epoch', { number: String(row.number) })}: ${format.amount(row[series])} USD`}</title>
                </g>
              </Link>
            );
          })}
        </svg>
      </nav>
    </figure>
  );
}
