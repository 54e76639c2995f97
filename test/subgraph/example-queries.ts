import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/checks/tool.ts';

export interface ExampleQuery {
  readonly title: string;
  readonly query: string;
  readonly variables: object;
}

/** A heading, then the query, then perhaps its variables. */
const EXAMPLE = /^### (.+)$(?:(?!^#)[\s\S])*?```graphql\n([\s\S]+?)```(?:\s*```json\n([\s\S]+?)```)?/gm;

/** The queries of docs/queries.md. @throws Error when there is none */
export function exampleQueries(): ExampleQuery[] {
  const text = readFileSync(join(root, 'docs', 'queries.md'), 'utf8');
  const found = [...text.matchAll(EXAMPLE)];
  if (found.length === 0) throw new Error('docs/queries.md has no queries');
  return found.map(([, title = '', query = '', variables = '{}']) => ({
    title,
    query,
    variables: JSON.parse(variables),
  }));
}
