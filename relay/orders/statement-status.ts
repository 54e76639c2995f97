import { and, eq } from 'drizzle-orm';
import type { Order } from '../api/orders.ts';
import type { SignedReceipt } from '../api/receipts.ts';
import { chainEvents } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';
import type { Relay } from '../relay.ts';
import { postedStatements } from '../statements/statement-events.ts';

type StatementStatus = NonNullable<Order['statement']>;

/** Tells of a receipt how far its statement is: planned, on chain, or its lot's leaf opened there. */
export async function statementStatuses(
  { chain }: Relay,
  db: Queryable,
  hasReceipts: boolean,
): Promise<(signed: SignedReceipt) => StatementStatus> {
  const posted = hasReceipts ? await postedStatements(db, chain.platformId) : new Map();
  const opened = hasReceipts ? await openedLeaves(db, chain.platformId) : new Set();
  return ({ receipt: { epoch, lotId } }) => {
    const onChain = posted.get(epoch);
    if (onChain === undefined) return { epoch, status: 'planned', opensAt: null };
    return { epoch, status: opened.has(`${epoch}/${lotId}`) ? 'opened' : 'posted', opensAt: onChain.opensAt };
  };
}

/** Lot leaves of this platform's statements that were opened, as `epoch/lot`. */
async function openedLeaves(db: Queryable, platformId: number): Promise<Set<string>> {
  const rows = await db
    .select({ epoch: chainEvents.epoch, lotId: chainEvents.lotId })
    .from(chainEvents)
    .where(and(eq(chainEvents.name, 'LotOpened'), eq(chainEvents.platformId, platformId)));
  return new Set(rows.map(({ epoch, lotId }) => `${epoch}/${lotId}`));
}
