import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAppConfig } from '../config/use-app-config.ts';
import { querySubgraph, type TypedDocument } from './query-subgraph.ts';

interface Options<Result, Selected> {
  enabled?: boolean;
  select?: (result: Result) => Selected;
  /** Keep showing the answer to the variables before while new ones are asked for. */
  keepPrevious?: boolean;
}

/** What others do is seen after this long at the latest. */
const INTERVAL_MS = 30_000;

/** An answer of the subgraph; asked again after every transaction of the user that has been indexed, and now and then. */
export function useSubgraph<Result, Variables, Selected = Result>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { enabled = true, select, keepPrevious = false }: Options<Result, Selected> = {},
) {
  const { subgraphUrl } = useAppConfig();
  return useQuery({
    queryKey: ['subgraph', document.toString(), variables],
    queryFn: ({ signal }) => querySubgraph(subgraphUrl, document, variables, signal),
    enabled,
    refetchInterval: INTERVAL_MS,
    ...(select && { select }),
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}
