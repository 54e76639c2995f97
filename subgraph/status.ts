/** How a subgraph is. Numbers of blocks. */
export interface SubgraphHealth {
  /** Last indexed block; -1: none. */
  readonly block: number;
  /** Newest block that graph-node knows of. */
  readonly head: number;
  /** How far the index is behind it. */
  readonly lag: number;
  /** `healthy`, `unhealthy` (a handler failed and was skipped) or `failed` (a handler failed, the index stands still). */
  readonly health: 'healthy' | 'unhealthy' | 'failed';
  /** Why it is not healthy. */
  readonly error: string | null;
  /** It has failed in a way that trying again cannot mend: a handler is wrong. After other failures graph-node goes on by itself. */
  readonly isStuck: boolean;
}

interface Status {
  readonly health: SubgraphHealth['health'];
  readonly fatalError: { readonly message: string; readonly deterministic: boolean } | null;
  readonly nonFatalErrors: readonly { readonly message: string }[];
  readonly chains: readonly {
    readonly latestBlock: { readonly number: string } | null;
    readonly chainHeadBlock: { readonly number: string } | null;
  }[];
}

const QUERY = `query Status($name: String!) {
  indexingStatusForCurrentVersion(subgraphName: $name) {
    health
    fatalError { message deterministic }
    nonFatalErrors { message }
    chains { latestBlock { number } chainHeadBlock { number } }
  }
}`;

/**
 * Asks graph-node how its index is.
 *
 * @param statusUrl the index node's GraphQL endpoint (port 8030 by default)
 * @param name of the subgraph; gnd calls its first one `subgraph-0`
 * @throws Error when graph-node does not answer or does not know the subgraph
 */
export async function subgraphHealth(statusUrl: string, name: string): Promise<SubgraphHealth> {
  const response = await fetch(statusUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { name } }),
  });
  if (!response.ok) throw new Error(`graph-node answers ${response.status} at ${statusUrl}`);
  const { data, errors } = (await response.json()) as {
    data?: { indexingStatusForCurrentVersion: Status | null };
    errors?: readonly { readonly message: string }[];
  };
  const status = data?.indexingStatusForCurrentVersion;
  if (status == null) throw new Error(errors?.[0]?.message ?? `graph-node at ${statusUrl} has no subgraph ${name}`);
  const [chain] = status.chains;
  const block = Number(chain?.latestBlock?.number ?? -1);
  const head = Number(chain?.chainHeadBlock?.number ?? -1);
  const error = status.fatalError?.message ?? status.nonFatalErrors[0]?.message ?? null;
  const isStuck = status.fatalError?.deterministic === true;
  return { block, head, lag: Math.max(0, head - block), health: status.health, error, isStuck };
}
