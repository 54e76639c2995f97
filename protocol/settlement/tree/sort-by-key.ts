const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts row numbers by a uint32 key of the row; stable, so sorting by the minor key first and the major key last nests them. */
export function sortByKey(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  return sortByDigit(sortByDigit(rows, keys, 0), keys, DIGIT_BITS);
}

function sortByDigit(rows: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const digit = (row: number): number => ((keys[row] as number) >>> shift) & (DIGITS - 1);
  const next = new Uint32Array(DIGITS + 1);
  for (const row of rows) {
    const after = digit(row) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let i = 1; i <= DIGITS; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const place = next[digit(row)] as number;
    sorted[place] = row;
    next[digit(row)] = place + 1;
  }
  return sorted;
}
