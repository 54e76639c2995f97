import { setTimeout as sleep } from 'node:timers/promises';
import { createPublicClient, http } from 'viem';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { subgraphHealth } from '../../../subgraph/status.ts';
import type { Gnd } from './gnd.ts';
import { SUBGRAPH_NAME } from './network.ts';
import { Standstill } from './standstill.ts';

const POLL_MS = 2_000;

/**
 * Restarts graph-node when its index stands still although no handler is wrong; see {@link Standstill}.
 *
 * @returns what ends the watch
 */
export function keepIndexing(
  { part, statusUrl }: Gnd,
  rpcUrl: string,
  say: (event: Localized) => void,
): () => Promise<void> {
  const chain = createPublicClient({ transport: http(rpcUrl) });
  const standstill = new Standstill();
  const end = new AbortController();
  const watch = async () => {
    while (!end.signal.aborted) {
      await sleep(POLL_MS, undefined, { signal: end.signal }).catch(() => {});
      const health = await subgraphHealth(statusUrl(), SUBGRAPH_NAME).catch(() => undefined);
      const head = await chain.getBlockNumber({ cacheTime: 0 }).then(Number, () => undefined);
      const reason = standstill.look(health, head);
      if (reason === null || end.signal.aborted) continue;
      say({
        en: `the index stands still (${reason}); restarting graph-node ...`,
        'zh-Hans': `索引已停滞（${reason}），正在重启 graph-node……`,
      });
      // When it does not come up, the database is probably still away.
      while (
        !end.signal.aborted &&
        !(await part.restart().then(
          () => true,
          () => false,
        ))
      )
        await sleep(POLL_MS);
    }
  };
  const watching = watch();
  return async () => {
    end.abort();
    await watching;
  };
}
