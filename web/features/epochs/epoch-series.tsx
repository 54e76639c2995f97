import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useRef, useState } from 'react';
import type { EpochsQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { epochsMessages } from './messages.ts';
import { useScrollEdges } from './use-scroll-edges.ts';

type Row = EpochsQuery['epoches'][number];

const SERIES = ['sales', 'fees', 'rewards', 'commissions'] as const;
/** Of the highest bar; pixels. */
const HEIGHT = 130;
/** So that something is seen of little. */
const HAIR = 2;

/** Money of each epoch as bars; each leads to its epoch. Oldest left. */
export function EpochSeries({ epochs }: { epochs: readonly Row[] }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const [series, setSeries] = useState<(typeof SERIES)[number]>('sales');
  const rows = epochs.toSorted((a, b) => a.number - b.number);
  const highest = rows.reduce((top, row) => (BigInt(row[series]) > BigInt(top[series]) ? row : top), rows[0] as Row);
  const y = scaleLinear([0, Math.max(1, Number(highest[series]))], [0, HEIGHT]);
  const scroller = useRef<HTMLElement>(null);
  const more = useScrollEdges(scroller, rows.length);
  return (
    <figure className="grid gap-4">
      <div role="radiogroup" aria-label={text('epochs.seriesOf')} className="flex flex-wrap gap-2">
        {SERIES.map((name) => (
          <label
            key={name}
            className="inline-flex min-h-11 items-center rounded-full border border-line px-3.5 text-sm sm:px-4 has-checked:border-jade has-checked:bg-jade-soft has-checked:text-jade has-focus-visible:outline-2 has-focus-visible:outline-jade"
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
      <div className="relative [contain:inline-size]">
        <nav
          ref={scroller}
          aria-label={text('epochs.series')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must do so by keyboard
          tabIndex={0}
          className="overflow-x-auto p-1"
        >
          <ol className="flex items-end gap-1.5 sm:gap-2">
            {rows.map((row) => (
              <li key={row.number} className="min-w-9 flex-1">
                <EpochBar row={row} amount={row[series]} height={y(Number(row[series]))} />
              </li>
            ))}
          </ol>
        </nav>
        {more.left && <Edge className="left-0 bg-linear-to-r" />}
        {more.right && <Edge className="right-0 bg-linear-to-l" />}
      </div>
      <figcaption className="text-sm text-muted">
        {text('epochs.seriesDescription', {
          what: text(`epochs.${series}`),
          amount: format.amount(highest[series]),
          number: String(highest.number),
        })}
      </figcaption>
    </figure>
  );
}

function EpochBar({ row: { number }, amount, height }: { row: Row; amount: string; height: number }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const label = `${text('epochs.epoch', { number: String(number) })}: ${format.amount(amount)} USD`;
  return (
    <Link
      to="/epochs/$number"
      params={{ number: String(number) }}
      aria-label={label}
      title={label}
      className="group flex flex-col justify-end rounded-md"
      style={{ height: HEIGHT + 28 }}
    >
      <span
        className="rounded-t-sm bg-jade group-hover:bg-jade-hover"
        style={{ height: amount === '0' ? 0 : Math.max(HAIR, height) }}
      />
      <span className="numbers border-t border-line-strong/60 pt-1 text-center text-xs text-muted">{number}</span>
    </Link>
  );
}

/** Bars fade out where there are more of them. */
function Edge({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-y-0 w-12 from-surface to-transparent ${className}`}
    />
  );
}
