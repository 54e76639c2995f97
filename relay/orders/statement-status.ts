import { sql } from 'drizzle-orm';
import type { Order } from '../api/orders.ts';
import type { SignedReceipt } from '../api/receipts.ts';
import type { Queryable } from '../db/client.ts';
import type { Relay } from '../relay.ts';
import { postedStatements } from '../statements/statement-events.ts';

/** How far the statements are that carry these receipts, by epoch. */
export async function statementsOf(
  { chain }: Relay,
  db: Queryable,
  signed: readonly SignedReceipt[],
): Promise<Map<number, NonNullable<Order['statement']>>> {
  const epochs = [...new Set(signed.map(({ receipt }) => receipt.epoch))];
  if (epochs.length === 0) return new Map();
  const posted = await postedStatements(db, chain.platformId);
  const opened = await openedEpochs(db, chain.platformId);
  const statusOf = (epoch: number) => {
    if (!posted.has(epoch)) return 'planned';
    return opened.has(epoch) ? 'opened' : 'posted';
  };
  return new Map(
    epochs.map((epoch) => [epoch, { epoch, status: statusOf(epoch), opensAt: posted.get(epoch)?.opensAt ?? null }]),
  );
}

/** Epochs of which leaves were opened. */
async function openedEpochs(db: Queryable, platformId: number): Promise<Set<number>> {
  const { rows } = await db.execute<{ epoch: number }>(sql`
    select distinct epoch::integer as epoch from chain_events where name = 'LotOpened' and platform_id = ${platformId}`);
  return new Set(rows.map(({ epoch }) => epoch));
}
