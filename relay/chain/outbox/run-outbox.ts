import { setTimeout as sleep } from 'node:timers/promises';
import { and, count, eq, inArray } from 'drizzle-orm';
import { plainError } from '../decode-error.ts';
import { checkSent } from './check-sent.ts';
import { type Outbox, senderAccounts } from './outbox.ts';
import { sendPlanned } from './send-planned.ts';
import { chainTransactions } from './tables.ts';

/**
 * Moves every account's transactions on, and waits a while for those that were sent. Accounts do not hold up each other.
 *
 * @returns how many changed their state
 * @throws what the node or the database said, after every account had its turn
 */
export async function runOutbox(outbox: Outbox, now: number): Promise<number> {
  let changed = 0;
  const problems: unknown[] = [];
  for (const from of senderAccounts(outbox.chain)) {
    try {
      changed += await checkSent(outbox, from);
      changed += await sendPlanned(outbox, from, now);
      const until = Date.now() + outbox.options.waitMs;
      while ((await waiting(outbox, ['sent'], from.sender)) > 0) {
        const settled = await checkSent(outbox, from);
        changed += settled;
        if (settled === 0 && Date.now() >= until) break;
        if (settled === 0) await sleep(outbox.options.pollMs);
      }
    } catch (error) {
      outbox.log.error({ sender: from.sender, error: plainError(error) }, 'outbox');
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  return changed;
}

/** How many transactions are in one of these states. */
export async function waiting(
  { db }: Pick<Outbox, 'db'>,
  states: readonly ('planned' | 'sent')[],
  sender?: 'operator' | 'keeper',
): Promise<number> {
  const inStates = inArray(chainTransactions.state, [...states]);
  const where = sender === undefined ? inStates : and(inStates, eq(chainTransactions.sender, sender));
  const [row] = await db.select({ waiting: count() }).from(chainTransactions).where(where);
  return row?.waiting ?? 0;
}
