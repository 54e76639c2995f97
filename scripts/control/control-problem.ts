import type { Problem } from '../../relay/api/problem.ts';

const TITLES = {
  'validation-failed': { status: 400, title: 'The request does not have the expected form.' },
  'body-unreadable': { status: 400, title: 'The body of the request cannot be read.' },
  'body-too-large': { status: 413, title: 'The body of the request is too large.' },
  'media-type': { status: 415, title: 'This content type is not supported here.' },
  'route-unknown': { status: 404, title: 'There is nothing at this address.' },
  'clock-busy': { status: 409, title: 'The clock is moving already.' },
  'clock-backward': { status: 422, title: 'The clock of the chain only moves forward.' },
  'clock-too-far': { status: 422, title: 'This is too far to go at once.' },
  'commodity-unknown': { status: 404, title: 'There is no such commodity.' },
  'lot-unknown': { status: 404, title: 'There is no such lot.' },
  'parameter-count': { status: 422, title: 'A lot needs a value for every parameter of its model.' },
  'truth-fixed': { status: 409, title: 'Measuring has begun; the truth cannot change any more.' },
  internal: { status: 500, title: 'Something went wrong here.' },
} as const;

export type ControlProblemCode = keyof typeof TITLES;

/** A request that cannot be answered; becomes a problem document. */
export class ControlProblem extends Error {
  override readonly name = 'ControlProblem';
  readonly code: ControlProblemCode;

  /** @param detail what is wrong with this request and what to do */
  constructor(code: ControlProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }

  get status(): number {
    return TITLES[this.code].status;
  }

  body(requestId: string): Problem {
    const { status, title } = TITLES[this.code];
    return {
      type: `urn:commune:problem:${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
      requestId,
    };
  }
}
