import { fetchJson } from '../http/fetch-json.ts';
import { SubgraphError } from './subgraph-error.ts';

/** A GraphQL document as text that knows the types of its answer and variables; graphql-codegen makes them. */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
}

interface Answer<Result> {
  readonly data?: Result;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the subgraph. @throws SubgraphError with what it answered instead, or as `fetchJson`. */
export async function querySubgraph<Result, Variables>(
  url: string,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const { data, errors } = await fetchJson<Answer<Result>>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
    ...(signal && { signal }),
  });
  if (errors?.length || !data) throw new SubgraphError(errors?.map(({ message }) => message) ?? ['no data']);
  return data;
}
