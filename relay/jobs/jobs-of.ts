import { answersJob } from '../cases/answers-job.ts';
import { pledgesJob } from '../cases/pledges-job.ts';
import { keeperJobs } from '../keeper/keeper-jobs.ts';
import { watchPlatform } from '../platform/watch-platform.ts';
import type { Relay } from '../relay.ts';
import { domainJobs } from '../server/jobs.ts';
import { statementsJob } from '../statements/statements-job.ts';
import type { Job } from './job.ts';

/**
 * Everything that the relay does by itself, in this order: whoever waits for an answer comes first; orders are settled before the books of
 * their epoch are closed.
 */
export function jobsOf(relay: Relay): readonly Job[] {
  return [
    answersJob(relay),
    watchPlatform(relay),
    ...domainJobs(relay),
    statementsJob(relay, relay.config.statementDelay),
    pledgesJob(relay),
    ...keeperJobs(relay),
  ];
}
