import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { Health } from '../api/health.ts';
import { chainHead } from '../chain/chain-head.ts';
import { chainTransactions, type TransactionError } from '../chain/outbox/tables.ts';
import type { Relay } from '../relay.ts';
import { postedStatements } from '../statements/statement-events.ts';
import { statements } from '../statements/tables.ts';

type Standing = Health['problems'][number];

/** What the relay cannot get over by itself: somebody has to pay in, or to look. Empty when all is well. */
export async function standingProblems(relay: Relay): Promise<Standing[]> {
  return [...(await waitingTransactions(relay)), ...(await missedStatements(relay))];
}

async function waitingTransactions({ db }: Relay): Promise<Standing[]> {
  const waiting = await db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.state, 'planned'), isNotNull(chainTransactions.error)));
  return waiting.map(({ purpose, error }) => ({ code: codeOf(error), detail: `${purpose}: ${describe(error)}` }));
}

function codeOf(error: TransactionError | null): Standing['code'] {
  switch (error?.name) {
    case 'ERC20InsufficientBalance':
      return 'deposit-missing';
    case 'NoGasMoney':
      return 'gas-money-missing';
    case 'FeeAboveLimit':
      return 'fee-above-limit';
    default:
      return 'transaction-waits';
  }
}

function describe(error: TransactionError | null): string {
  if (error === null) return 'waits';
  const values = Object.entries(error.values).map(([name, value]) => `${name} ${value}`);
  return values.length === 0 ? error.name : `${error.name} (${values.join(', ')})`;
}

/** Built and not posted when its time was over, or impossible to build. */
async function missedStatements({ db, chain }: Relay): Promise<Standing[]> {
  const head = await chainHead(db);
  if (head === null) return [];
  const over = epochAt(chain.clock, head.time) - 1;
  const old = await db.select().from(statements).where(lt(statements.epoch, over));
  const posted = await postedStatements(db, chain.platformId);
  return old.flatMap(({ epoch, stage, orders }): Standing[] => {
    if (stage === 'building') return [{ code: 'statement-unbuilt', detail: `epoch ${epoch}` }];
    if (stage !== 'built' || posted.has(epoch)) return [];
    return [{ code: 'statement-missed', detail: `epoch ${epoch} with ${orders} orders` }];
  });
}
