import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { uiMessages } from './ui-messages.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned, with figures of equal width. */
  readonly numeric?: boolean;
}

interface Props<Row> {
  /** Says what the table holds; for readers who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Rows shown until all are asked for; without it all are. */
  first?: number;
}

/** A table on wide screens; on phones an entry per row: the first column as its heading, the others under their names. */
export function DataTable<Row>({ first = Number.POSITIVE_INFINITY, rows, ...rest }: Props<Row>) {
  const text = useText(uiMessages);
  const [all, setAll] = useState(false);
  // A button for one row more is not worth its place.
  const isLong = rows.length > first + 1;
  if (!isLong) return <Table rows={rows} {...rest} />;
  return (
    <div className="grid gap-4">
      <Table rows={all ? rows : rows.slice(0, first)} {...rest} />
      <Button className="justify-self-center" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? text('ui.showFewer') : text('ui.showAll', { count: rows.length })}
      </Button>
    </div>
  );
}

function Table<Row>({ caption, columns, rows, rowKey }: Omit<Props<Row>, 'first'>) {
  // Two or four values stand evenly in two columns.
  const isEven = columns.length === 3 || columns.length === 5;
  return (
    <table className="block w-full border-collapse text-left [overflow-wrap:break-word] sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-b border-line text-sm text-muted">
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={classNames('px-3 py-2 font-medium', numeric && 'text-right')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line rounded-xl border border-line bg-surface sm:table-row-group sm:border-0 sm:bg-transparent">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="flex flex-wrap gap-x-4 gap-y-1.5 px-4 py-3 sm:table-row sm:border-b sm:border-line sm:p-0"
          >
            {columns.map(({ key, label, cell, numeric }, i) => (
              <td
                key={key}
                className={classNames(
                  'min-w-min max-w-full grow sm:table-cell sm:px-3 sm:py-3 sm:align-middle sm:text-base',
                  i === 0 ? 'basis-full font-medium sm:font-normal' : 'text-sm max-sm:grid max-sm:content-start',
                  // What has no room beside the others goes on below.
                  i > 0 && (isEven ? 'basis-[42%]' : 'basis-[28%]'),
                  numeric && 'numbers sm:text-right',
                )}
              >
                {i > 0 && (
                  <span aria-hidden="true" className="text-xs text-muted sm:hidden">
                    {label}
                  </span>
                )}
                <span className="justify-self-start">{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
