import type { Problem } from '../../../relay/api/problem.ts';
import { PROBLEMS } from '../../../relay/api/problem-codes.ts';
import type { Locale } from '../i18n/locales.ts';

const CODES: Readonly<Record<string, Readonly<Record<Locale, string>> | undefined>> = PROBLEMS;

/** The sentence of a problem body of the relay in the reader's language; undefined: it is none. */
export function problemSentence(body: unknown, locale: Locale): string | undefined {
  if (!isProblem(body)) return undefined;
  const sentence = CODES[body.code]?.[locale];
  // A relay that is newer than this page may know more codes; its own sentence is English.
  return sentence?.replace(/\{(\w+)\}/g, (name, key) => String(body.values?.[key] ?? name)) ?? body.detail;
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
