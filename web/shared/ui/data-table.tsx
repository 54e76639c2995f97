import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

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
}

/** A table on wide screens; on phones one card per row, with the column's name before each value. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
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
      <tbody className="grid gap-3 sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="block rounded-xl border border-line bg-surface p-4 sm:table-row sm:rounded-none sm:border-0 sm:border-b sm:bg-transparent sm:p-0"
          >
            {columns.map(({ key, label, cell, numeric }) => (
              <td
                key={key}
                className={classNames(
                  'flex items-baseline justify-between gap-4 py-1 sm:table-cell sm:px-3 sm:py-3 sm:align-middle',
                  numeric && 'numbers sm:text-right',
                )}
              >
                <span aria-hidden="true" className="shrink-0 text-sm text-muted sm:hidden">
                  {label}
                </span>
                <span className={classNames('text-right', !numeric && 'sm:text-left')}>{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
