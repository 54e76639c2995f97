import { HttpError } from '../http/http-error.ts';
import { isProblem } from './problem-sentence.ts';

/** Code of the problem with which the relay refused something; undefined: it was something else. */
export function problemCode(error: unknown): string | undefined {
  return error instanceof HttpError && isProblem(error.body) ? error.body.code : undefined;
}

/** A value that came with a problem. */
export function problemValue(error: unknown, name: string): unknown {
  return error instanceof HttpError && isProblem(error.body) ? error.body.values?.[name] : undefined;
}
