import { type Info, parse } from 'csv-parse/sync';
import type { NumberedLine } from './group-lines.ts';

/** One record of a CSV file. */
export interface CsvRow {
  /** The line of the file where the record begins; the first line is 1. */
  readonly line: number;
  /** The record as it stands in the file. */
  readonly text: string;
  /** Fields without surrounding blanks, or `undefined` when the quotes do not match. */
  readonly cells: readonly string[] | undefined;
}

type Parsed = { record: string[]; info: Info };

/**
 * Parses grouped lines with csv-parse. A whole block is parsed at once; where the parser sees other records than the groups
 * (stray or unclosed quotes), every group is parsed alone, so that a broken row never swallows its neighbours.
 *
 * @param width the number of columns: a record over several lines that has another number of fields is taken line by line
 */
export function parseRecords(records: readonly NumberedLine[][], width: number | undefined): CsvRow[] {
  const parsed = tryParse(records.map(textOf).join('\n'));
  return matches(parsed, records)
    ? records.flatMap((lines, i) => toRows(lines, parsed[i]?.record, width))
    : records.flatMap((lines) => parseAlone(lines, width));
}

function parseAlone(lines: readonly NumberedLine[], width: number | undefined): CsvRow[] {
  const parsed = tryParse(textOf(lines));
  return toRows(lines, parsed?.length === 1 ? parsed[0]?.record : undefined, width);
}

function toRows(lines: readonly NumberedLine[], cells: string[] | undefined, width: number | undefined): CsvRow[] {
  const isPlausible = cells !== undefined && (width === undefined || cells.length === width);
  if (lines.length > 1 && !isPlausible) return lines.filter(isFilled).flatMap((line) => parseAlone([line], width));
  return [{ line: lines[0]?.number ?? 0, text: textOf(lines), cells: cells?.map((cell) => cell.trim()) }];
}

/** Each parsed record must end on the last line of its group. */
function matches(parsed: Parsed[] | undefined, records: readonly NumberedLine[][]): parsed is Parsed[] {
  if (parsed?.length !== records.length) return false;
  let end = 0;
  return records.every((lines, i) => {
    end += lines.length;
    return parsed[i]?.info.lines === end;
  });
}

function tryParse(text: string): Parsed[] | undefined {
  try {
    return parse(text, {
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
    }) as unknown as Parsed[];
  } catch {
    return undefined;
  }
}

function textOf(lines: readonly NumberedLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

function isFilled(line: NumberedLine): boolean {
  return line.text.trim() !== '';
}
