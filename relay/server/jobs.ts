import type { Job } from '../jobs/job.ts';
import type { Relay } from '../relay.ts';

/** What the domains do by themselves, in the order in which one tick does it; chain, statements and keeper add theirs around it. */
export function domainJobs(_relay: Relay): readonly Job[] {
  return [];
}
