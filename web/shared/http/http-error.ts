/** An answer that is no success; `body` is what came with it, parsed if it was JSON. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(url: string, status: number, body: unknown) {
    super(`${status} from ${new URL(url, 'http://localhost').pathname}`);
    this.name = 'HttpError';
    this.status = status;
    this.body = body;
  }
}

/** No answer at all: offline, refused or cut off. */
export class UnreachableError extends Error {
  readonly service: string;

  constructor(service: string, cause: unknown) {
    super(`no answer from ${service}`, { cause });
    this.name = 'UnreachableError';
    this.service = service;
  }
}
