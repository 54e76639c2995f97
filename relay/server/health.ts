import { sql } from 'drizzle-orm';
import { type Health, health } from '../api/health.ts';
import { chainHead } from '../chain/chain-head.ts';
import { standingProblems } from '../jobs/standing-problems.ts';
import type { Relay } from '../relay.ts';
import type { App } from './typed.ts';

/** Further behind the chain than this many blocks is not ready. */
const MAX_LAG = 20n;

export function healthRoutes(app: App, relay: Relay): void {
  const answer = { schema: { tags: ['health'], response: { 200: health, 503: health } } };
  app.get('/health', answer, async () => inspect(relay));
  app.get('/ready', answer, async (_request, reply) => {
    const found = await inspect(relay);
    const behind = BigInt(found.headBlock) - BigInt(found.syncedBlock);
    const ready = found.database && found.chain && found.chainTime > 0 && behind <= MAX_LAG;
    return reply.code(ready ? 200 : 503).send({ ...found, status: ready ? found.status : 'degraded' });
  });
}

async function inspect(relay: Relay): Promise<Health> {
  const { config, db, chain } = relay;
  const [database, synced, head, problems] = await Promise.all([
    db.execute(sql`select 1`).then(
      () => true,
      () => false,
    ),
    chainHead(db).catch(() => null),
    chain.client.getBlock().catch(() => null),
    standingProblems(relay).catch(() => []),
  ]);
  return {
    status: database && head !== null && problems.length === 0 ? 'ok' : 'degraded',
    database,
    chain: head !== null,
    syncedBlock: (synced?.blockNumber ?? 0n).toString(),
    headBlock: (head?.number ?? 0n).toString(),
    chainTime: synced?.time ?? 0,
    platformId: chain.platformId,
    operator: chain.operator.address,
    version: config.version,
    problems,
  };
}
