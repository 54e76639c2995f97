import type { InjectOptions, Response } from 'light-my-request';
import type { App } from './typed.ts';

/** Requests from the process to its own server, without a socket: the test provider is on the other side of the same HTTP as a real one. */
export class Loopback {
  #app: App | null = null;

  connect(app: App): void {
    this.#app = app;
  }

  async send(request: InjectOptions): Promise<Response> {
    if (this.#app === null) throw new Error('the server is not built yet');
    return this.#app.inject(request);
  }
}
