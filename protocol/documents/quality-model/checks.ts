import type { Report } from './problem.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function isIntegerWithin(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** The value as an object; reports where it is none. */
export function checkRecord(value: unknown, path: string, report: Report): Json | undefined {
  if (isRecord(value)) return value;
  report(path, 'NOT_AN_OBJECT');
  return undefined;
}

/** The value as a list; reports where it is none. */
export function checkList(value: unknown, path: string, report: Report): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  report(path, 'NOT_A_LIST');
  return undefined;
}

export function checkText(value: unknown, path: string, report: Report): void {
  if (!isText(value)) report(path, 'TEXT_MISSING');
}

export function checkLocalized(value: unknown, path: string, report: Report): void {
  for (const language of ['zh-Hans', 'en']) {
    if (!isRecord(value) || !isText(value[language]))
      report(`${path}/${language}`, 'TRANSLATION_MISSING', { language });
  }
}

/** RFC 8785 writes floats, but what was meant by one is lost long before: only integers are safe. */
export function checkNumbers(value: unknown, path: string, report: Report): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) report(path, 'NOT_AN_INTEGER', { given: value });
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    checkNumbers(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, report);
  }
}

/** A value as a message shows it. Not `String(value)`, which fails for objects that hide their `toString`. */
export function shown(value: unknown): string {
  return isText(value) ? value : (JSON.stringify(value) ?? 'undefined');
}
