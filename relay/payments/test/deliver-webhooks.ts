import { and, asc, count, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Relay } from '../../relay.ts';
import { makeTrue } from './provider-books.ts';
import { SIGNATURE_HEADER, signBody, testSecrets } from './signature.ts';
import { type TestEvent, testWebhooks } from './tables.ts';

const BATCH = 200;
const MAX_WAIT_SECONDS = 60;
const SOON_SECONDS = 3;

/** The test provider sends what is due, and again what was not taken; gives how many webhooks were. */
export async function deliverWebhooks(relay: Relay): Promise<number> {
  const due = await relay.db
    .select()
    .from(testWebhooks)
    .where(and(isNull(testWebhooks.deliveredAt), lte(testWebhooks.dueAt, sql`now()`)))
    .orderBy(asc(testWebhooks.dueAt), asc(testWebhooks.number))
    .limit(BATCH);
  let delivered = 0;
  for (const { number, event, attempts } of due) {
    await relay.db.transaction((tx) => makeTrue(tx, event));
    const taken = await deliver(relay, event);
    const wait = Math.min(MAX_WAIT_SECONDS, 2 ** attempts);
    await relay.db
      .update(testWebhooks)
      .set(
        taken
          ? { deliveredAt: sql`now()`, attempts: attempts + 1 }
          : { dueAt: sql`now() + make_interval(secs => ${wait})`, attempts: attempts + 1 },
      )
      .where(eq(testWebhooks.number, number));
    if (taken) delivered += 1;
  }
  return delivered;
}

/** Webhooks that will be sent within seconds; those of a card that takes long are not waited for. */
export async function webhooksUnderWay({ db }: Relay): Promise<number> {
  const soon = lte(testWebhooks.dueAt, sql`now() + make_interval(secs => ${SOON_SECONDS})`);
  const [row] = await db
    .select({ under: count() })
    .from(testWebhooks)
    .where(and(isNull(testWebhooks.deliveredAt), soon));
  return row?.under ?? 0;
}

async function deliver({ loopback, config }: Relay, event: TestEvent): Promise<boolean> {
  const { webhookSecret } = testSecrets(config.operatorKey);
  const payload = JSON.stringify(event);
  const signature = signBody(webhookSecret, payload, Math.floor(Date.now() / 1000));
  const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
  const answer = await loopback.send({ method: 'POST', url: '/webhooks/test', headers, payload });
  return answer.statusCode === 200;
}
