import { setTimeout as sleep } from 'node:timers/promises';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { subgraphHealth } from '../../../subgraph/status.ts';
import type { Gnd } from './gnd.ts';
import { SUBGRAPH_NAME } from './network.ts';

const POLL_MS = 2_000;
/** It may be about to try again by itself. */
const PATIENCE_POLLS = 2;

/**
 * Restarts graph-node when its index has failed although no handler is wrong: once its database was gone, it tries again and again
 * with a writer that never works any more ("poisoned by previous error"), until the process is another one.
 *
 * @returns what ends the watch
 */
export function keepIndexing({ part, statusUrl }: Gnd, say: (event: Localized) => void): () => Promise<void> {
  const end = new AbortController();
  const watch = async () => {
    let failures = 0;
    while (!end.signal.aborted) {
      await sleep(POLL_MS, undefined, { signal: end.signal }).catch(() => {});
      const health = await subgraphHealth(statusUrl(), SUBGRAPH_NAME).catch(() => undefined);
      failures = health?.health === 'failed' && !health.isStuck ? failures + 1 : 0;
      if (failures < PATIENCE_POLLS || end.signal.aborted) continue;
      say({
        en: `the index stands still (${health?.error}); restarting graph-node ...`,
        'zh-Hans': `索引已停滞（${health?.error}），正在重启 graph-node……`,
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
      failures = 0;
    }
  };
  const watching = watch();
  return async () => {
    end.abort();
    await watching;
  };
}
