import { clip, displayWidth } from './display-width.ts';
import { printable } from './printable.ts';

const GAP = '  ';
/** Text is not clipped further than this; a table that still does not fit is printed as a list. */
const NARROWEST = 8;

export interface TableColumn {
  readonly title: string;
  /** Numbers go to the right and are never cut. */
  readonly align: 'left' | 'right';
}

/**
 * A plain text table with a header, no wider than the terminal: long texts are clipped, numbers never; where that does not do,
 * each row is printed as a list of `title: value` lines.
 *
 * @param width columns of the terminal; by default those of the standard output, without limit when it is no terminal
 */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number = process.stdout.columns ?? Infinity,
): string {
  const cells = rows.map((row) => columns.map((_, i) => printable(row[i] ?? '', Infinity)));
  const natural = columns.map(({ title }, i) =>
    Math.max(...[title, ...cells.map((row) => row[i] ?? '')].map(displayWidth)),
  );
  const widths = fit(columns, natural, width - GAP.length * (columns.length - 1));
  if (widths === undefined) return formatList(columns, cells);
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(row[i] ?? '', widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return [line(columns.map(({ title }) => title)), widths.map((w) => '─'.repeat(w)).join(GAP), ...cells.map(line)].join(
    '\n',
  );
}

/** Takes columns from the widest texts until all fit; `undefined` when they cannot. */
function fit(columns: readonly TableColumn[], natural: readonly number[], available: number): number[] | undefined {
  const widths = [...natural];
  for (let excess = widths.reduce((sum, w) => sum + w, 0) - available; excess > 0; excess--) {
    const widest = columns.reduce(
      (best, { align }, i) => (align === 'left' && (widths[i] ?? 0) > (widths[best] ?? NARROWEST) ? i : best),
      -1,
    );
    if (widest < 0) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const clipped = clip(text, width);
  const blanks = ' '.repeat(width - displayWidth(clipped));
  return align === 'right' ? blanks + clipped : clipped + blanks;
}

function formatList(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  return rows.map((row) => columns.map(({ title }, i) => `${title}: ${row[i] ?? ''}`).join('\n')).join('\n\n');
}
