import { keeperJobs } from '../keeper/keeper-jobs.ts';
import type { Relay } from '../relay.ts';
import { domainJobs } from '../server/jobs.ts';
import { statementsJob } from '../statements/statements-job.ts';
import type { Job } from './job.ts';

/** Everything that the relay does by itself, in this order: orders are settled before the books of their epoch are closed. */
export function jobsOf(relay: Relay): readonly Job[] {
  return [...domainJobs(relay), statementsJob(relay, relay.config.statementDelay), ...keeperJobs(relay)];
}
