import { setTimeout as sleep } from 'node:timers/promises';
import { chainTime } from '../chain/chain-head.ts';
import { plainError } from '../chain/decode-error.ts';
import { followChain } from '../chain/follow-chain.ts';
import type { Outbox } from '../chain/outbox/outbox.ts';
import { runOutbox, waiting } from '../chain/outbox/run-outbox.ts';
import type { Relay } from '../relay.ts';
import type { Job } from './job.ts';
import { withJobLock } from './job-lock.ts';
import { jobMetrics } from './job-metrics.ts';
import { jobsOf } from './jobs-of.ts';

export interface TickOptions {
  /** Wait for another tick to end; otherwise nothing happens while one runs. */
  wait: boolean;
  /** Jobs make work for each other, as a statement for the outbox and a posted one for the keeper: so many rounds at most. */
  maxRounds: number;
  /** How long a round waits for its transactions to be mined. */
  waitMs: number;
}

export interface Ticked {
  /** By name of the job, what it did. */
  done: Record<string, number>;
  /** Something is due or on its way still. */
  pending: boolean;
  /** By name of the job, why it failed. */
  failures: Record<string, string>;
}

const POLL_MS = 50;
const MAX_IN_FLIGHT = 32;
/** Rounds that are run once more because a job failed in them. */
const MAX_RETRIES = 2;
const RETRY_MS = 100;

/**
 * Takes in the chain to its head, runs every job and sends what they planned, until nothing is left to do or the rounds are used up. One job's
 * failure does not keep the others from running.
 *
 * @returns null when another tick runs and `wait` is false
 */
export function runTick(relay: Relay, options: TickOptions): Promise<Ticked | null> {
  return withJobLock(relay.pool, options.wait, async () => {
    const ticked: Ticked = { done: {}, pending: true, failures: {} };
    const outbox = outboxOf(relay, options.waitMs);
    const jobs = jobsOf(relay);
    let retries = MAX_RETRIES;
    for (let round = 0; round < options.maxRounds; round++) {
      ticked.failures = {};
      const followed = await run(relay, ticked, chainJob(relay), 0);
      if (!followed.ok) break;
      const now = await chainTime(relay.db);
      let progress = 0;
      for (const job of [...jobs, outboxJob(outbox)]) progress += (await run(relay, ticked, job, now)).count;
      if (progress > 0) continue;
      const hasFailed = Object.keys(ticked.failures).length > 0;
      if (hasFailed && retries-- > 0) {
        await sleep(RETRY_MS);
        continue;
      }
      // What fails again and again is for somebody to look at (health tells), not for the caller to wait for.
      ticked.pending = (await underWay(relay, jobs)) > 0;
      break;
    }
    return ticked;
  });
}

export function outboxOf({ chain, db, log, config }: Relay, waitMs: number): Outbox {
  const { stuckAfterMs, maxFeePerGas } = config;
  const options = { stuckAfterMs, maxFeePerGas, maxInFlight: MAX_IN_FLIGHT, waitMs, pollMs: POLL_MS };
  return { chain, db, log, options };
}

function chainJob({ chain, db }: Relay): Job {
  return { name: 'chain', run: async () => (await followChain(chain, db)).events };
}

function outboxJob(outbox: Outbox): Job {
  return { name: 'outbox', run: (now) => runOutbox(outbox, now) };
}

async function underWay(relay: Relay, jobs: readonly Job[]): Promise<number> {
  let count = await waiting(relay, ['sent']);
  for (const job of jobs) count += (await job.underWay?.()) ?? 0;
  return count;
}

async function run(relay: Relay, ticked: Ticked, job: Job, now: number): Promise<{ ok: boolean; count: number }> {
  const { runs, done, seconds } = jobMetrics(relay.metrics);
  const stop = seconds.startTimer({ job: job.name });
  try {
    const count = await job.run(now);
    ticked.done[job.name] = (ticked.done[job.name] ?? 0) + count;
    done.inc({ job: job.name }, count);
    runs.inc({ job: job.name, outcome: 'ok' });
    return { ok: true, count };
  } catch (error) {
    const { name, values } = plainError(error);
    ticked.failures[job.name] = `${name}: ${values.reason}`;
    runs.inc({ job: job.name, outcome: 'failed' });
    relay.log.error({ job: job.name, error: { name, ...values } }, 'job failed');
    return { ok: false, count: 0 };
  } finally {
    stop();
  }
}
