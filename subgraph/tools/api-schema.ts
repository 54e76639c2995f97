import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';

/** What can be asked of a subgraph, as graph-node says: filters, orders and `_meta` included. */
export async function readApiSchema(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  const { data, errors } = (await response.json()) as { data?: IntrospectionQuery; errors?: unknown };
  if (data == null) throw new Error(`${url} does not tell its schema: ${JSON.stringify(errors)}`);
  return `${printSchema(lexicographicSortSchema(buildClientSchema(data)))}\n`;
}
