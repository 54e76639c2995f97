import { sql } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import type { StatementSummary } from '../api/statements.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { Relay } from '../relay.ts';
import { receiptTotals } from './receipt-source.ts';
import { postedStatements } from './statement-events.ts';
import { statements } from './tables.ts';

/** Statements of all epochs, newest first, as database and chain have them; the present epoch's is still filling. */
export async function statementSummaries(relay: Relay): Promise<StatementSummary[]> {
  const { db, chain } = relay;
  const current = epochAt(chain.clock, await chainTime(db));
  const [rows, posted, leaves] = await Promise.all([
    db.select().from(statements),
    postedStatements(db, chain.platformId),
    countLeaves(relay),
  ]);
  if (!rows.some(({ epoch }) => epoch === current)) rows.push(collecting(current));
  const summaries = rows.map(async (row): Promise<StatementSummary> => {
    const onChain = posted.get(row.epoch);
    const { all = 0, opened = 0 } = leaves.get(row.epoch) ?? {};
    const filling = row.stage === 'collecting' || row.stage === 'building';
    const totals = filling ? await receiptTotals(db, chain.platformId, row.epoch) : row;
    const deposit = onChain?.deposit ?? row.deposit;
    return {
      epoch: row.epoch,
      status: status(row.stage, onChain !== undefined, all > 0 && opened === all),
      orders: totals.orders,
      sales: `${totals.sales}`,
      fees: `${totals.fees}`,
      commissions: `${totals.commissions}`,
      deposit: deposit === null ? null : `${deposit}`,
      lotRoot: row.lotRoot,
      recommenderRoot: row.recommenderRoot,
      dataDigest: row.dataDigest,
      dataCid: row.dataDigest === null ? null : cidFromDigest(row.dataDigest),
      transactionHash: onChain?.transactionHash ?? null,
      opensAt: onChain?.opensAt ?? null,
      openedLeaves: opened,
      leaves: all,
    };
  });
  return (await Promise.all(summaries)).sort((a, b) => b.epoch - a.epoch);
}

function status(
  stage: (typeof statements.$inferSelect)['stage'],
  isPosted: boolean,
  isOpened: boolean,
): StatementSummary['status'] {
  if (stage !== 'built') return stage;
  if (!isPosted) return 'sent';
  return isOpened ? 'opened' : 'posted';
}

/** Leaves of each statement and how many of them were opened. */
async function countLeaves({ db, chain }: Relay): Promise<Map<number, { all: number; opened: number }>> {
  const { rows } = await db.execute<{ epoch: number; all: number; opened: number }>(sql`
    SELECT leaf.epoch::integer AS epoch, count(*)::integer AS "all", count(opened.epoch)::integer AS opened
    FROM statement_leaves leaf
    LEFT JOIN chain_events opened ON opened.platform_id = ${chain.platformId} AND opened.epoch = leaf.epoch AND CASE leaf.kind
      WHEN 'lot' THEN opened.name = 'LotOpened' AND opened.lot_id = leaf.lot_id
      WHEN 'nominee' THEN opened.name = 'NomineeOpened' AND opened.lot_id = leaf.lot_id
        AND opened.experiencer_id = leaf.party_id
      ELSE opened.name = 'RecommenderOpened' AND opened.recommender_id = leaf.party_id END
    GROUP BY leaf.epoch`);
  return new Map(rows.map(({ epoch, all, opened }) => [epoch, { all, opened }]));
}

function collecting(epoch: number): typeof statements.$inferSelect {
  return {
    epoch,
    stage: 'collecting',
    orders: 0,
    sales: 0n,
    fees: 0n,
    commissions: 0n,
    deposit: null,
    lotRoot: null,
    lotDepth: null,
    recommenderRoot: null,
    recommenderDepth: null,
    dataDigest: null,
    changedAt: new Date(),
  };
}
