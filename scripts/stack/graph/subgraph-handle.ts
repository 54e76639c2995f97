import { setTimeout as sleep } from 'node:timers/promises';
import type { Commune } from '../../local/deploy-local.ts';
import { PlainError } from '../../local/plain-error.ts';
import type { Subgraph, SubgraphStatus } from '../types.ts';

const POLL_MS = 100;
/** A busy machine of two cores has needed more than a minute. */
const DEFAULT_TIMEOUT_MS = 180_000;
const ANSWER_TIMEOUT_MS = 5_000;

export interface Meta {
  readonly block: { readonly number: number; readonly hash: string };
  readonly hasIndexingErrors: boolean;
}

/** Asks a subgraph how far it has come. */
export function subgraphHandle(url: string, { publicClient }: Commune): Subgraph {
  const status = async (): Promise<SubgraphStatus> => {
    const [meta, head] = await Promise.all([
      readMeta(url).catch(() => undefined),
      publicClient.getBlockNumber({ cacheTime: 0 }),
    ]);
    return {
      block: meta?.block.number ?? -1,
      head: Number(head),
      healthy: meta !== undefined && !meta.hasIndexingErrors,
    };
  };
  return {
    url,
    status,
    async reach(block, timeoutMs = DEFAULT_TIMEOUT_MS) {
      const late = performance.now() + timeoutMs;
      for (;;) {
        const now = await status();
        if (now.block >= block) return;
        if (performance.now() > late) {
          throw new PlainError(
            `The index is at block ${now.block} of ${now.head} and did not reach ${block} in ${timeoutMs / 1000} s; a graph-node that knows another world needs an empty database (for ours: npm start -- --fresh).
索引停在第 ${now.block} 区块（链高 ${now.head}），未能在 ${timeoutMs / 1000} 秒内到达第 ${block} 区块；若 graph-node 中是另一个世界的数据，请清空其数据库（内置的可用 npm start -- --fresh）。`,
          );
        }
        await sleep(POLL_MS);
      }
    },
  };
}

/** Where there is no index, nobody has to wait for it. */
export function missingSubgraph(url: string, { publicClient }: Commune): Subgraph {
  return {
    url,
    status: async () => ({
      block: -1,
      head: Number(await publicClient.getBlockNumber({ cacheTime: 0 })),
      healthy: false,
    }),
    reach: async () => {},
  };
}

/** What a subgraph says of itself; undefined before its first block. */
export async function readMeta(url: string): Promise<Meta | undefined> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _meta { block { number hash } hasIndexingErrors } }' }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const { data } = (await response.json()) as { data?: { _meta?: Meta } };
  return data?._meta;
}
