import { and, count, eq, isNotNull, notInArray, sql } from 'drizzle-orm';
import { plainError } from '../chain/decode-error.ts';
import { type Plan, planTransaction } from '../chain/outbox/plan-transaction.ts';
import { chainTransactions } from '../chain/outbox/tables.ts';
import type { Db } from '../db/client.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Job } from '../jobs/job.ts';
import { NoTrees } from '../proofs/statement-trees.ts';
import type { Relay } from '../relay.ts';
import { answerOf } from './answer-of.ts';
import { type OpenCase, openCases } from './open-cases.ts';
import { unanswerableCases } from './tables.ts';
import { isUrgent } from './urgency.ts';

/** An answer whose simulation succeeds and that reverts so often needs somebody to look. */
const MAX_REVERTS = 3;

const told = new WeakMap<Relay, Set<string>>();

/**
 * Answers every challenge and demand against this platform. The operator's account sends the answers: with its nonces nothing of what a
 * keeper sends in bulk is in their way. What cannot be answered is said once in the log, and in /health until it is over.
 */
export function answersJob(relay: Relay): Job {
  return { name: 'answers', run: (now) => answerCases(relay, now) };
}

async function answerCases(relay: Relay, now: number): Promise<number> {
  const { db, chain } = relay;
  const cases = await openCases(db, chain.platformId);
  await forgetEnded(db, cases);
  let planned = 0;
  const problems: unknown[] = [];
  for (const opened of cases) {
    warnOfDeadline(relay, opened, now);
    try {
      if (await answer(relay, opened, now)) planned += 1;
    } catch (error) {
      // Its trees are still being built: see `statement-unbuilt` when they never come.
      if (error instanceof NoTrees) continue;
      // One statement without its trees does not keep the others from being answered.
      relay.log.error({ case: opened.caseId, error: plainError(error) }, 'a case cannot be answered now');
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  return planned;
}

async function answer(relay: Relay, opened: OpenCase, now: number): Promise<boolean> {
  const found = await answerOf(relay, opened, now);
  if ('reason' in found) {
    await noteUnanswerable(relay, opened, found.reason);
    return false;
  }
  failpoint('answer.proven');
  if (await keepsReverting(relay.db, found.plan)) {
    await noteUnanswerable(relay, opened, 'keeps-reverting');
    return false;
  }
  await relay.db.delete(unanswerableCases).where(eq(unanswerableCases.caseId, opened.caseId));
  const isNew = await planTransaction(relay.db, found.plan);
  failpoint('answer.planned');
  if (isNew) relay.log.info({ case: opened.caseId, purpose: found.plan.purpose }, 'case is being answered');
  return isNew;
}

async function keepsReverting(db: Db, { purpose }: Plan): Promise<boolean> {
  const { state, hash } = chainTransactions;
  const [row] = await db
    .select({ reverts: count() })
    .from(chainTransactions)
    .where(and(eq(chainTransactions.purpose, purpose), eq(state, 'failed'), isNotNull(hash)));
  return (row?.reverts ?? 0) >= MAX_REVERTS;
}

/** Loud once for every reason, also when the process starts again. */
async function noteUnanswerable({ db, log }: Relay, opened: OpenCase, reason: string): Promise<void> {
  const { caseId, kind, epoch, deadline } = opened;
  const noted = await db
    .insert(unanswerableCases)
    .values({ caseId, reason })
    .onConflictDoUpdate({
      target: unanswerableCases.caseId,
      set: { reason, notedAt: new Date() },
      // That it is too late by now says less than why it was.
      setWhere: sql`${unanswerableCases.reason} <> ${reason} and ${reason} <> 'too-late'`,
    })
    .returning();
  if (noted.length > 0) {
    log.error(
      { case: caseId, kind, epoch, deadline, reason },
      'CASE CANNOT BE ANSWERED: it will cost a part of the bond',
    );
  }
}

async function forgetEnded(db: Db, cases: readonly OpenCase[]): Promise<void> {
  const open = cases.map(({ caseId }) => caseId);
  await db.delete(unanswerableCases).where(open.length === 0 ? undefined : notInArray(unanswerableCases.caseId, open));
}

function warnOfDeadline(relay: Relay, opened: OpenCase, now: number): void {
  const known = told.get(relay) ?? new Set();
  told.set(relay, known);
  const { caseId, kind, epoch, deadline } = opened;
  const key = `${caseId}/${deadline}`;
  if (known.has(key) || !isUrgent(relay.chain.clock, opened, now)) return;
  known.add(key);
  relay.log.error({ case: caseId, kind, epoch, deadline, left: deadline - now }, 'A CASE IS STILL NOT ANSWERED');
}
