import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { describeError } from '../server/describe-error.ts';
import { applyEvent } from './apply-event.ts';
import type { ProviderEvent, ProviderName } from './provider.ts';
import { webhookInbox } from './tables.ts';

/** Then nobody knows what an event was about. */
const MAX_ATTEMPTS = 500;
const BATCH = 200;

/** Writes events down, each once, and carries them out. What cannot be carried out now is tried again by a job. */
export async function takeIn(relay: Relay, provider: ProviderName, events: readonly ProviderEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ provider, eventId: event.id, event }));
  await relay.db.insert(webhookInbox).values(rows).onConflictDoNothing();
  failpoint('webhook.stored');
  for (const { id } of events) await carryOut(relay, provider, id);
}

/** Events that were written down and not carried out, as after a crash; gives how many were. */
export async function workInbox(relay: Relay): Promise<number> {
  const open = await relay.db
    .select({ provider: webhookInbox.provider, eventId: webhookInbox.eventId })
    .from(webhookInbox)
    .where(and(isNull(webhookInbox.processedAt), lt(webhookInbox.attempts, MAX_ATTEMPTS)))
    .orderBy(asc(webhookInbox.attempts), asc(webhookInbox.receivedAt))
    .limit(BATCH);
  let done = 0;
  for (const { provider, eventId } of open) {
    if (await carryOut(relay, provider, eventId)) done += 1;
  }
  return done;
}

async function carryOut({ db, log }: Relay, provider: ProviderName, eventId: string): Promise<boolean> {
  const same = and(eq(webhookInbox.provider, provider), eq(webhookInbox.eventId, eventId));
  try {
    const outcome = await db.transaction(async (tx) => {
      const [row] = await tx.select().from(webhookInbox).where(same).for('update', { skipLocked: true });
      if (row === undefined || row.processedAt !== null) return null;
      const found = await applyEvent(tx, provider, row.event);
      failpoint('webhook.applying');
      if (found === 'not-known-yet') {
        await tx
          .update(webhookInbox)
          .set({ attempts: sql`${webhookInbox.attempts} + 1` })
          .where(same);
        return null;
      }
      await tx.update(webhookInbox).set({ processedAt: sql`now()`, outcome: found }).where(same);
      return found;
    });
    if (outcome !== null) failpoint('webhook.applied');
    return outcome !== null;
  } catch (error) {
    log.error({ provider, error: describeError(error) }, 'an event of a payment provider could not be carried out');
    await db
      .update(webhookInbox)
      .set({ attempts: sql`${webhookInbox.attempts} + 1` })
      .where(same);
    return false;
  }
}
