import { querySubgraph, type TypedDocument } from './query-subgraph.ts';

interface Meta {
  readonly _meta: { readonly block: { readonly number: number }; readonly hasIndexingErrors: boolean } | null;
}

const META: TypedDocument<Meta, Record<string, never>> = {
  toString: () => 'query IndexState { _meta { block { number } hasIndexingErrors } }',
};

/** Latest block that the subgraph has taken in. */
export async function fetchIndexedBlock(subgraphUrl: string, signal?: AbortSignal) {
  const { _meta } = await querySubgraph(subgraphUrl, META, {}, signal);
  return { number: _meta?.block.number ?? 0, hasIndexingErrors: _meta?.hasIndexingErrors ?? false };
}
