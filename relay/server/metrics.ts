import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Relay } from '../relay.ts';
import type { App } from './typed.ts';

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

/** GET /metrics in Prometheus' format: the process, requests by route, connections. */
export function serveMetrics(app: App, relay: Relay): void {
  const registers = [relay.metrics];
  const durations = new Histogram({
    name: 'relay_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const problems = new Counter({
    name: 'relay_http_problems_total',
    help: 'Answers with a status of 500 or more',
    labelNames: ['route'],
    registers,
  });
  new Gauge({
    name: 'relay_database_connections',
    help: 'Connections by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, relay.pool.idleCount);
      this.set({ state: 'busy' }, relay.pool.totalCount - relay.pool.idleCount);
      this.set({ state: 'waiting' }, relay.pool.waitingCount);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: reply.statusCode };
    durations.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) problems.inc({ route });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(relay.metrics.contentType).send(await relay.metrics.metrics()),
  );
}

export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'relay_' });
  return registry;
}
