import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { Health } from '../api/health.ts';
import { caseProblems } from '../cases/case-problems.ts';
import { chainHead } from '../chain/chain-head.ts';
import { errorText } from '../chain/decode-error.ts';
import { chainTransactions, type TransactionError } from '../chain/outbox/tables.ts';
import { finalityProblems } from '../keeper/finality-problems.ts';
import { platformProblems } from '../platform/platform-problems.ts';
import type { Relay } from '../relay.ts';
import { isSame, postedStatements } from '../statements/statement-events.ts';
import { statements } from '../statements/tables.ts';

type Standing = Health['problems'][number];

/** What the relay cannot get over by itself: somebody has to pay in, or to look. Empty when all is well. */
export async function standingProblems(relay: Relay): Promise<Standing[]> {
  const found = await Promise.all([
    caseProblems(relay),
    platformProblems(relay),
    waitingTransactions(relay),
    wrongStatements(relay),
    finalityProblems(relay),
  ]);
  return found.flat();
}

async function waitingTransactions({ db }: Relay): Promise<Standing[]> {
  const waiting = await db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.state, 'planned'), isNotNull(chainTransactions.error)));
  return waiting.map(({ purpose, error }) => ({
    code: codeOf(error),
    detail: `${purpose}: ${error === null ? 'waits' : errorText(error)}`,
  }));
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

/** Built and not posted when its time was over, impossible to build, or another one than is on chain. */
async function wrongStatements({ db, chain }: Relay): Promise<Standing[]> {
  const head = await chainHead(db);
  if (head === null) return [];
  const over = epochAt(chain.clock, head.time) - 1;
  const ended = await db.select().from(statements).where(lte(statements.epoch, over));
  const posted = await postedStatements(db, chain.platformId);
  return ended.flatMap((row): Standing[] => {
    const { epoch, stage, orders } = row;
    const onChain = posted.get(epoch);
    if (stage === 'building' && epoch < over) return [{ code: 'statement-unbuilt', detail: `epoch ${epoch}` }];
    if (stage !== 'built') return [];
    if (onChain !== undefined && !isSame(onChain, row))
      return [{ code: 'statement-differs', detail: `epoch ${epoch}` }];
    if (onChain !== undefined || epoch === over) return [];
    return [{ code: 'statement-missed', detail: `epoch ${epoch} with ${orders} orders` }];
  });
}
