import { tick } from '../api/health.ts';
import { serveFinalityMetrics } from '../keeper/finality-metrics.ts';
import { servePlatformMetrics } from '../platform/platform-metrics.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { requireOperator } from '../sessions/require-session.ts';
import { serveChainMetrics } from './chain-metrics.ts';
import { runTick } from './run-tick.ts';

/** An epoch's worth of duties, with every one of them waiting for the one before, needs fewer. */
const MAX_ROUNDS = 60;
const WAIT_MS = 15_000;

export function jobRoutes(app: App, relay: Relay): void {
  serveChainMetrics(relay);
  servePlatformMetrics(relay);
  serveFinalityMetrics(relay);
  app.post(
    '/admin/tick',
    {
      schema: {
        tags: ['operator'],
        security: [{ session: [] }, { relayKey: [] }],
        summary: 'Run every job that is due until nothing is left to do',
        response: { 200: tick },
      },
    },
    async (request) => {
      await requireOperator(relay, request);
      const ticked = await runTick(relay, { wait: true, maxRounds: MAX_ROUNDS, waitMs: WAIT_MS });
      if (ticked === null) throw new ProblemError('unavailable');
      const { done, pending, failures } = ticked;
      if (failures.chain !== undefined) throw new ProblemError('unavailable', {}, `The chain: ${failures.chain}`);
      return { done, pending };
    },
  );
}
