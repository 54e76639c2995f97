/** GS1 AI (10) is no longer than this. */
const LONGEST = 20;

/**
 * A lot code that follows from the last one: its last number plus one, or the date when there is none.
 * @param taken codes of the commodity's lots, oldest first
 * @param date ISO 8601
 */
export function nextLotCode(taken: readonly string[], date: string): string {
  const dated = date.replaceAll('-', '');
  let code = counted(taken.at(-1)) ?? `L${dated}`;
  while (taken.includes(code)) code = counted(code) ?? `${code}-2`;
  return code.length <= LONGEST ? code : `L${dated}`;
}

/** `B-009` → `B-010`. */
function counted(code: string | undefined): string | undefined {
  const [, head, number] = /^(.*?)(\d{1,9})$/.exec(code ?? '') ?? [];
  if (head === undefined || number === undefined) return undefined;
  return head + String(Number(number) + 1).padStart(number.length, '0');
}
