import type { Problem } from '../../../relay/api/problem.ts';
import type { Locale } from '../i18n/locales.ts';

/** The sentence of a problem body of the relay in the reader's language; undefined: it is none. */
export function problemSentence(body: unknown, _locale: Locale): string | undefined {
  return isProblem(body) ? body.detail : undefined;
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
