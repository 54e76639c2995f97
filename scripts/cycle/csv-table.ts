import { groupLines, type NumberedLine } from './group-lines.ts';
import type { Complain } from './input-file-error.ts';
import { type CsvRow, parseRecords } from './parse-records.ts';
import { printable } from './printable.ts';
import { readLines } from './read-lines.ts';

/** A CSV file with a header. */
export interface CsvTable<Column extends string> {
  /** Number of columns, also those nobody asked for. */
  readonly width: number;
  /** Where each wanted column stands. */
  readonly position: Readonly<Record<Column, number>>;
  /** The records below the header, in blocks. Blank lines are left out. */
  readonly blocks: AsyncIterable<readonly CsvRow[]>;
}

/**
 * Opens a CSV file and finds the wanted columns in its header: in any order, upper or lower case, among any others. The records
 * are read while they are asked for, so the file may be larger than memory.
 *
 * @throws what `complain` makes: no such file, no text, nothing in it, a column missing or there twice
 */
export async function openCsvTable<Column extends string>(
  file: string,
  columns: readonly Column[],
  complain: Complain,
): Promise<CsvTable<Column>> {
  const blocks = readRecords(file, complain);
  const first = await blocks.next();
  if (first.done) throw complain('is empty', `give a CSV file with the columns ${columns.join(', ')}`);
  const [header, ...rest] = first.value as [CsvRow, ...CsvRow[]];
  const position = findColumns(header, columns, complain);
  return { width: header.cells?.length ?? 0, position, blocks: prepend(rest, blocks) };
}

async function* prepend<T>(first: T[], rest: AsyncIterable<T[]>): AsyncGenerator<T[]> {
  yield first;
  yield* rest;
}

/** Blocks of at least one record; the very first record is the header. */
async function* readRecords(file: string, complain: Complain): AsyncGenerator<CsvRow[]> {
  let width: number | undefined;
  let waiting: NumberedLine[] = [];
  let number = 0;
  const take = (lines: NumberedLine[], isLast: boolean): CsvRow[] => {
    const { records, rest } = groupLines(lines, isLast);
    waiting = rest;
    const filled = records.filter((record) => record.some((line) => line.text.trim() !== ''));
    const header = width === undefined ? parseRecords(filled.splice(0, 1), undefined) : [];
    width ??= header[0]?.cells?.length;
    return [...header, ...parseRecords(filled, width)];
  };
  for await (const block of readLines(file, complain)) {
    const rows = take([...waiting, ...block.map((text) => ({ number: ++number, text }))], false);
    if (rows.length > 0) yield rows;
  }
  const rows = take(waiting, true);
  if (rows.length > 0) yield rows;
}

function findColumns<Column extends string>(
  header: CsvRow,
  columns: readonly Column[],
  complain: Complain,
): Record<Column, number> {
  const found = header.cells ?? [header.text];
  const names = found.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column.toLowerCase()));
  if (missing.length > 0) throw complainMissing(missing, found, complain);
  const twice = columns.find((column) => names.filter((name) => name === column.toLowerCase()).length > 1);
  if (twice !== undefined) throw complain(`has the column ${twice} more than once`, 'remove or rename one of them');
  return Object.fromEntries(columns.map((column) => [column, names.indexOf(column.toLowerCase())])) as Record<
    Column,
    number
  >;
}

function complainMissing(missing: readonly string[], found: readonly string[], complain: Complain): Error {
  const shown = found.slice(0, 20).map((name) => printable(name, 40) || '(unnamed)');
  const problem =
    `lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ` +
    `(found: ${shown.join(', ')}${found.length > shown.length ? ', …' : ''})`;
  const separator = found.length === 1 ? (found[0]?.match(/[;\t|]/)?.[0] ?? '') : '';
  return separator === ''
    ? complain(problem, 'name the columns in the first line')
    : complain(problem, `separate the columns by commas instead of ${separator === '\t' ? 'tabs' : separator}`);
}
