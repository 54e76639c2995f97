import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchDocument } from './fetch-document.ts';

/** A document never changes, so it is fetched once. Its bytes match the CID; its shape is what the publisher wrote. */
export function documentQuery(relayUrl: string, cid: string) {
  return queryOptions({
    queryKey: ['documents', cid],
    queryFn: ({ signal }) => fetchDocument(relayUrl, cid, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** A document by its CID; null or undefined: nothing is asked. */
export function useDocument(cid: string | null | undefined) {
  const { relayUrl } = useAppConfig();
  return useQuery({ ...documentQuery(relayUrl, cid ?? ''), enabled: Boolean(cid) });
}

/** A JSON document by its CID, `T` as its publisher should have written it: use it with care. */
export function useJsonDocument<T>(cid: string | null | undefined) {
  const { relayUrl } = useAppConfig();
  return useQuery({
    ...documentQuery(relayUrl, cid ?? ''),
    enabled: Boolean(cid),
    select: ({ bytes }) => parse<T>(bytes),
  });
}

/** Several JSON documents at once, in the order of their CIDs; undefined where one is missing or on its way. */
export function useJsonDocuments<T>(cids: readonly string[]): readonly (T | undefined)[] {
  const { relayUrl } = useAppConfig();
  const results = useQueries({ queries: cids.map((cid) => documentQuery(relayUrl, cid)) });
  return results.map(({ data }) => data && parse<T>(data.bytes));
}

const parsed = new WeakMap<Uint8Array, unknown>();

/** Parsed once per document. */
function parse<T>(bytes: Uint8Array): T {
  if (!parsed.has(bytes)) parsed.set(bytes, JSON.parse(new TextDecoder().decode(bytes)));
  return parsed.get(bytes) as T;
}
