import { fetchJson } from '../http/fetch-json.ts';

/** What a request carries beside its path. */
export interface RelayOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with its type. */
  readonly blob?: Blob;
  readonly token?: string | undefined;
  /** The relay answers a repeated request with the same key as it did the first time. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * One request to the relay; bodies have the types of relay/api. Networks fail, so what has an idempotency key or changes nothing
 * is tried again once.
 * @throws HttpError with the problem body, UnreachableError.
 */
export async function relayRequest<T>(relayUrl: string, path: string, options: RelayOptions = {}): Promise<T> {
  const { method = options.json === undefined && !options.blob ? 'GET' : 'POST', json, blob, token } = options;
  const { idempotencyKey, signal } = options;
  const init: RequestInit = {
    method,
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(blob && { 'content-type': blob.type }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(blob && { body: blob }),
    ...(signal && { signal }),
  };
  const isRepeatable = method === 'GET' || idempotencyKey !== undefined;
  try {
    return await fetchJson<T>(relayUrl + path, init);
  } catch (error) {
    if (!isRepeatable || !(error instanceof Error && error.name === 'UnreachableError')) throw error;
    await new Promise((done) => setTimeout(done, 800));
    return fetchJson<T>(relayUrl + path, init);
  }
}
