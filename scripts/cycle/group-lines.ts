/** A quoted field may run over this many lines. An unclosed quote spoils no more than its own line. */
const LONGEST_RECORD = 20;

/** A quoted field with doubled quotes inside, closed before a comma or the line's end, or still open there; or a bare field. */
const FIELD = /"[^"]*(?:""[^"]*)*(?:"(?=,|$)|(?<open>$))|(?<bare>[^,]*)/y;

/** State at the end of a line: `misplaced` when a field that was open is closed within its text. */
type Quotes = 'open' | 'closed' | 'misplaced';

/** One line of a file. */
export interface NumberedLine {
  /** The first line of the file is 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * Groups the lines that belong to one CSV record: those of a quoted field that is not closed in its line. Where it is never closed,
 * or in the wrong place, the opening line stands alone. `rest` are lines whose record may end in lines not read yet.
 */
export function groupLines(
  lines: readonly NumberedLine[],
  isLastBlock: boolean,
): { records: NumberedLine[][]; rest: NumberedLine[] } {
  const records: NumberedLine[][] = [];
  let start = 0;
  while (start < lines.length) {
    const end = recordEnd(lines, start);
    if (end === undefined && !isLastBlock && lines.length - start < LONGEST_RECORD) break;
    records.push(lines.slice(start, end ?? start + 1));
    start = end ?? start + 1;
  }
  return { records, rest: lines.slice(start) };
}

function recordEnd(lines: readonly NumberedLine[], start: number): number | undefined {
  let quotes: Quotes = 'closed';
  for (const [offset, line] of lines.slice(start, start + LONGEST_RECORD).entries()) {
    quotes = quotesAfter(line.text, quotes);
    if (quotes === 'closed') return start + offset + 1;
    if (quotes === 'misplaced') return undefined;
  }
  return undefined;
}

function quotesAfter(text: string, before: Quotes): Quotes {
  if (!text.includes('"')) return before;
  const whole = before === 'open' ? `"${text}` : text;
  for (let at = 0; at <= whole.length; ) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(whole);
    if (match?.groups?.open !== undefined) return 'open';
    if (at === 0 && before === 'open' && match?.groups?.bare !== undefined) return 'misplaced';
    at += (match?.[0].length ?? 0) + 1;
  }
  return 'closed';
}
