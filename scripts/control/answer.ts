import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ControlProblem } from './control-problem.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** By method and path, such as `GET /state`. */
export type Routes = Readonly<Record<string, (request: IncomingMessage, query: URLSearchParams) => Promise<Answer>>>;

/** Answers a request by its route; whatever goes wrong becomes a problem document. */
export async function answer(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  failed: (error: unknown) => void,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const route = routes[`${request.method} ${pathname}`];
    if (route === undefined) {
      const known = Object.keys(routes).join(', ');
      throw new ControlProblem('route-unknown', `There is no ${request.method} /local${pathname}; there are ${known}.`);
    }
    const { status, body } = await route(request, searchParams);
    send(response, status, 'application/json', body);
  } catch (error) {
    if (!(error instanceof ControlProblem)) failed(error);
    const problem =
      error instanceof ControlProblem
        ? error
        : new ControlProblem('internal', 'The logs of npm start say more; try again.');
    send(response, problem.status, 'application/problem+json', problem.body(randomUUID()));
  }
}

function send(response: ServerResponse, status: number, type: string, body: unknown): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
