import { setTimeout as sleep } from 'node:timers/promises';
import { plainError } from '../chain/decode-error.ts';
import type { Relay } from '../relay.ts';
import { runTick } from './run-tick.ts';

export interface Scheduler {
  /** Ends after the run that is under way. */
  stop(): Promise<void>;
}

/** A few rounds: what one job makes for another does not wait for the next interval. */
const MAX_ROUNDS = 4;
const WAIT_MS = 2_000;

/** Runs all jobs again and again, with a pause between. Nothing that fails ends it: node and database come back. */
export function startScheduler(relay: Relay): Scheduler {
  const stopping = new AbortController();
  const running = loop(relay, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function loop(relay: Relay, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await runTick(relay, { wait: false, maxRounds: MAX_ROUNDS, waitMs: WAIT_MS });
    } catch (error) {
      relay.log.error({ error: plainError(error) }, 'jobs could not be run');
    }
    await sleep(relay.config.jobIntervalMs, undefined, { signal }).catch(() => {});
  }
}
