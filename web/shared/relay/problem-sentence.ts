import type { Problem } from '../../../relay/api/problem.ts';
import { PROBLEMS, type ProblemCode, problemSentence as sentenceOf } from '../../../relay/api/problem-codes.ts';
import type { Locale } from '../i18n/locales.ts';

/** The sentence of a problem body of the relay in the reader's language; undefined: it is none. */
export function problemSentence(body: unknown, locale: Locale): string | undefined {
  if (!isProblem(body)) return undefined;
  // A relay that is newer than this page may know more codes; its own sentence is English.
  return body.code in PROBLEMS ? sentenceOf(body.code as ProblemCode, locale, body.values) : body.detail;
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
