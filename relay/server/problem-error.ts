import type { Problem } from '../api/problem.ts';
import { PROBLEMS, type ProblemCode, problemSentence } from '../api/problem-codes.ts';

/** A request that cannot be carried out; becomes an RFC 9457 answer. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly values: NonNullable<Problem['values']>;
  readonly status: number;

  /** @param detail what is wrong with this request and what to do, if the code's sentence does not say it all */
  constructor(code: ProblemCode, values: NonNullable<Problem['values']> = {}, detail?: string) {
    super(detail ?? problemSentence(code, 'en', values));
    this.code = code;
    this.values = values;
    this.status = PROBLEMS[code].status;
  }

  toBody(requestId: string): Problem {
    const { code, values, status } = this;
    return {
      type: `urn:commune:problem:${code}`,
      title: problemSentence(code, 'en', values),
      status,
      code,
      detail: this.message,
      ...(Object.keys(values).length > 0 && { values }),
      requestId,
    };
  }
}
