import { setTimeout as sleep } from 'node:timers/promises';
import type { RelayClient } from '../residents/relay-client.ts';
import { RelayProblem } from '../residents/relay-client.ts';

/** Longer than a relay that was killed needs to come back. */
const PATIENCE_MS = 30_000;
const PENDING_MS = 25;
const UNREACHABLE_MS = 500;

/** Lets the relay do what is due until nothing is on its way. @throws when it does not come to an end. */
export async function tickRelay(relay: RelayClient): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let latest: unknown;
  while (performance.now() < deadline) {
    try {
      const { pending, done } = await relay.request<{ pending: boolean; done: Record<string, number> }>('/admin/tick', {
        method: 'POST',
      });
      if (!pending) return;
      latest = `still pending after ${JSON.stringify(done)}`;
      await sleep(PENDING_MS);
    } catch (error) {
      if (error instanceof RelayProblem && error.problem.status < 500) throw error;
      // It is being started again.
      latest = error;
      await sleep(UNREACHABLE_MS);
    }
  }
  throw new Error(`the relay did not finish its jobs within ${PATIENCE_MS / 1000} s`, { cause: latest });
}
