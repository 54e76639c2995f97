import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import { root } from '../../scripts/checks/tool.ts';

/** An entity as graph-node tells it; references are ids. */
// biome-ignore lint/suspicious/noExplicitAny: the columns of any entity kind
export type Row = Record<string, any> & { readonly id: string };

/** Everything that a subgraph holds, by kind and id. */
export type Index = ReadonlyMap<string, ReadonlyMap<string, Row>>;

const PAGE = 1_000;
const schema = parse(readFileSync(join(root, 'subgraph', 'schema.graphql'), 'utf8'));

/** Entity types of the schema by name. */
export const entityTypes: readonly ObjectTypeDefinitionNode[] = schema.definitions.filter(
  (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
);

const names = new Set(entityTypes.map(({ name }) => name.value));

/** Asks a subgraph. @throws Error with what it says when it does not answer with data */
export async function ask<T>(url: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
  return data;
}

/** Reads every entity of every kind. */
export async function readIndex(url: string): Promise<Index> {
  const index = new Map<string, Map<string, Row>>();
  for (const type of entityTypes) {
    const rows = await readKind(url, type);
    index.set(type.name.value, new Map(rows.map((row) => [row.id, row])));
  }
  return index;
}

async function readKind(url: string, type: ObjectTypeDefinitionNode): Promise<Row[]> {
  const stored = (type.fields ?? []).filter(
    ({ directives }) => !directives?.some(({ name }) => name.value === 'derivedFrom'),
  );
  const selection = stored
    .map((field) => (isReference(field) ? `${field.name.value} { id }` : field.name.value))
    .join(' ');
  const list = listName(type.name.value);
  const query = `query ($after: ID!) { rows: ${list}(first: ${PAGE}, orderBy: id, where: { id_gt: $after }) { ${selection} } }`;
  const rows: Row[] = [];
  for (let after = ''; ; after = rows.at(-1)?.id ?? '') {
    const page = (await ask<{ rows: Row[] }>(url, query, { after })).rows;
    rows.push(...page.map(flat));
    if (page.length < PAGE) return rows;
  }
}

/** graph-node's names of lists. */
function listName(type: string): string {
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  if (['closingCommitments', 'termRewards', 'courtParameters'].includes(name)) return `${name}_collection`;
  if (name.endsWith('ch') || name.endsWith('sh')) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function isReference({ type }: FieldDefinitionNode): boolean {
  return names.has(nameOf(type));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** References as ids. */
function flat(row: Row): Row {
  const idOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(idOf);
    return typeof value === 'object' && value !== null ? (value as Row).id : value;
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, idOf(value)])) as Row;
}
