import { and, asc, eq, lt, max, notInArray } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Job } from '../jobs/job.ts';
import { orders } from '../orders/tables.ts';
import { settlingEpochs } from '../platform/settling-epochs.ts';
import type { Relay } from '../relay.ts';
import { buildStatement } from './build-statement.ts';
import { postStatement } from './post-statement.ts';
import { postedStatements } from './statement-events.ts';
import { statements } from './tables.ts';

/**
 * Closes the books of every epoch that is over, builds its statement and has it posted.
 *
 * @param delay seconds after an epoch's end in which orders that were completed in it may still be settled into it
 */
export function statementsJob(relay: Relay, delay: number): Job {
  return {
    name: 'statements',
    async run(now) {
      const closed = await closeEpochs(relay, now, delay);
      const adopted = await adoptPosted(relay);
      const built = await buildAll(relay);
      return closed + adopted + built + (await postAll(relay, now));
    },
  };
}

/** From here on no receipt gets one of these epochs: {@link receiptEpoch} waits for the row. */
async function closeEpochs({ db, chain }: Relay, now: number, delay: number): Promise<number> {
  const current = epochAt(chain.clock, now);
  if (current > 0) {
    // Without orders, too, its books are closed, and it says so.
    const [row] = await db.select({ last: max(statements.epoch) }).from(statements);
    const from = Math.max(current - 1, 0);
    if ((row?.last ?? -1) < from) await db.insert(statements).values({ epoch: from }).onConflictDoNothing();
  }
  const open = await db
    .select()
    .from(statements)
    .where(and(eq(statements.stage, 'collecting'), lt(statements.epoch, current)));
  let closed = 0;
  for (const { epoch } of open) {
    const end = epochStart(chain.clock, epoch + 1);
    const latest = end + Math.max(delay, Math.floor(chain.clock.epochLength / 2));
    if (now < end + delay || (now < latest && (await someUnsettled(db, end)))) continue;
    await db.update(statements).set({ stage: 'building', changedAt: new Date() }).where(eq(statements.epoch, epoch));
    closed += 1;
    failpoint('statement.closed');
  }
  return closed;
}

/** Orders that were completed before a time and are still without a receipt; they are waited for, but not for ever. */
async function someUnsettled(db: Relay['db'], before: number): Promise<boolean> {
  const [row] = await db
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(and(eq(orders.state, 'Delivered'), lt(orders.returnableUntil, before)))
    .limit(1);
  return row !== undefined;
}

/** What is on chain but unknown here, as after taking in a platform's history, is built to know its leaves. */
async function adoptPosted({ db, chain }: Relay): Promise<number> {
  const known = await db
    .select({ epoch: statements.epoch })
    .from(statements)
    .where(notInArray(statements.stage, ['collecting', 'empty']));
  const epochs = new Set(known.map(({ epoch }) => epoch));
  const missing = [...(await postedStatements(db, chain.platformId)).keys()].filter((epoch) => !epochs.has(epoch));
  for (const epoch of missing) {
    await db
      .insert(statements)
      .values({ epoch, stage: 'building' })
      .onConflictDoUpdate({ target: statements.epoch, set: { stage: 'building', changedAt: new Date() } });
  }
  return missing.length;
}

/** Building a large statement again and again would take all the time there is (milliseconds). */
const REBUILD_MS = 30_000;
const failedAt = new WeakMap<Relay, Map<number, number>>();

/** One that cannot be built does not hold up the others, and is tried again later. */
async function buildAll(relay: Relay): Promise<number> {
  const failures = failedAt.get(relay) ?? new Map<number, number>();
  failedAt.set(relay, failures);
  const building = await relay.db
    .select()
    .from(statements)
    .where(eq(statements.stage, 'building'))
    .orderBy(asc(statements.epoch));
  const problems: unknown[] = [];
  let built = 0;
  for (const { epoch } of building) {
    if (Date.now() - (failures.get(epoch) ?? 0) < REBUILD_MS) continue;
    try {
      await buildStatement(relay, epoch);
      failures.delete(epoch);
      built += 1;
    } catch (error) {
      failures.set(epoch, Date.now());
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  return built;
}

async function postAll(relay: Relay, now: number): Promise<number> {
  const { db, chain } = relay;
  const previous = epochAt(chain.clock, now) - 1;
  const due = await db
    .select()
    .from(statements)
    .where(and(eq(statements.stage, 'built'), eq(statements.epoch, previous)));
  const posted = await postedStatements(db, chain.platformId);
  const waiting = due.filter(({ epoch }) => !posted.has(epoch));
  if (waiting.length === 0) return 0;
  const isTaken = await settlingEpochs(relay);
  let planned = 0;
  for (const statement of waiting) {
    if (isTaken(statement.epoch)) planned += await postStatement(relay, statement);
  }
  return planned;
}
