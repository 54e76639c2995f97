import { HttpError, UnreachableError } from './http-error.ts';

/** Fetches JSON. @throws HttpError for a status of 400 or more, UnreachableError without an answer. */
export async function fetchJson<T>(url: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new UnreachableError(url, error);
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) throw new HttpError(url, response.status, body ?? text);
  if (body === undefined) throw new HttpError(url, response.status, text);
  return body as T;
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
