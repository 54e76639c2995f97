import { setTimeout as sleep } from 'node:timers/promises';
import type { Commune } from '../../local/deploy-local.ts';
import { PlainError } from '../../local/plain-error.ts';
import type { Subgraph, SubgraphStatus } from '../types.ts';

const POLL_MS = 100;
const DEFAULT_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 5_000;

interface Meta {
  readonly block: { readonly number: number };
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
            `The subgraph is at block ${now.block} of ${now.head} and did not reach ${block} in ${timeoutMs / 1000} s.
子图停在第 ${now.block} 区块（链高 ${now.head}），未能在 ${timeoutMs / 1000} 秒内到达第 ${block} 区块。`,
          );
        }
        await sleep(POLL_MS);
      }
    },
  };
}

async function readMeta(url: string): Promise<Meta | undefined> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _meta { block { number } hasIndexingErrors } }' }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const { data } = (await response.json()) as { data?: { _meta?: Meta } };
  return data?._meta;
}
