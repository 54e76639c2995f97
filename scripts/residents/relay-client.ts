import type { PrivateKeyAccount } from 'viem/accounts';
import { createSiweMessage } from 'viem/siwe';
import type { Problem } from '../../relay/api/problem.ts';

/** How to reach the relay. */
export interface RelayAccess {
  /** Without a slash at the end. */
  readonly url: string;
  /** For `X-Relay-Key`. */
  readonly key: string;
  /** Page on whose behalf residents sign in, such as http://127.0.0.1:3000. */
  readonly origin: string;
}

/** No answer takes longer, not even that of a tick at the end of an epoch. */
const TIMEOUT_MS = 60_000;

/** The relay refused a request. */
export class RelayProblem extends Error {
  override readonly name = 'RelayProblem';
  readonly problem: Problem;

  constructor(request: string, problem: Problem) {
    super(`${request}: ${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

export interface RelayRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly as?: PrivateKeyAccount;
  readonly idempotencyKey?: string;
}

/** The relay's HTTP API for those who live on the local chain: they sign in with their keys, as a browser does. */
export class RelayClient {
  readonly #access: RelayAccess;
  readonly #chainId: number;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(access: RelayAccess, chainId: number) {
    this.#access = access;
    this.#chainId = chainId;
  }

  /** @throws {RelayProblem} */
  async request<Answer>(path: string, options: RelayRequest = {}): Promise<Answer> {
    const answer = await this.#send(path, options);
    if (answer.status !== 401 || options.as === undefined) return this.#read(path, options, answer);
    // The session has ended, perhaps with the relay's database.
    this.#tokens.delete(options.as.address);
    return this.#read(path, options, await this.#send(path, options));
  }

  /** Posts to an address that the relay has given out, such as that of a card form. */
  async post<Answer>(url: string, body: unknown): Promise<Answer> {
    const absolute = new URL(url, this.#access.url);
    const answer = await fetch(absolute, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return this.#read(absolute.pathname, { method: 'POST' }, answer);
  }

  /** Opens a session ahead of the first request that needs one. */
  async signIn(account: PrivateKeyAccount): Promise<void> {
    await this.#token(account);
  }

  async #send(path: string, { method = 'GET', body, as, idempotencyKey }: RelayRequest): Promise<Response> {
    const headers = new Headers({ 'x-relay-key': this.#access.key });
    if (as !== undefined) headers.set('authorization', `Bearer ${await this.#token(as)}`);
    if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const payload = body instanceof Uint8Array ? Buffer.from(body) : body === undefined ? null : JSON.stringify(body);
    return fetch(`${this.#access.url}${path}`, {
      method,
      headers,
      body: payload,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  async #read<Answer>(path: string, { method = 'GET' }: RelayRequest, answer: Response): Promise<Answer> {
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    if (answer.ok) return (isJson && text !== '' ? JSON.parse(text) : text) as Answer;
    const unknown = {
      type: '',
      title: '',
      status: answer.status,
      code: 'unknown',
      detail: text.slice(0, 200),
      requestId: '',
    };
    throw new RelayProblem(`${method} ${path}`, isJson ? JSON.parse(text) : unknown);
  }

  #token(account: PrivateKeyAccount): Promise<string> {
    const known = this.#tokens.get(account.address);
    if (known !== undefined) return known;
    const token = this.#openSession(account);
    token.catch(() => this.#tokens.delete(account.address));
    this.#tokens.set(account.address, token);
    return token;
  }

  async #openSession(account: PrivateKeyAccount): Promise<string> {
    const { nonce } = await this.request<{ nonce: string }>('/auth/nonce', { method: 'POST' });
    const { host } = new URL(this.#access.origin);
    const message = createSiweMessage({
      domain: host,
      address: account.address,
      uri: this.#access.origin,
      version: '1',
      chainId: this.#chainId,
      nonce,
    });
    const signature = await account.signMessage({ message });
    const { token } = await this.request<{ token: string }>('/auth/session', {
      method: 'POST',
      body: { message, signature },
    });
    return token;
  }
}
