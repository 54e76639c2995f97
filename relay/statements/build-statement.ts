import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { buildStatementTrees, type StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import type { StatementScope } from '../../protocol/settlement/statement.ts';
import { statementLeaves } from '../../protocol/settlement/statement-leaves.ts';
import { packSums } from '../../protocol/settlement/sums.ts';
import type { Transaction } from '../db/client.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { ORDER_FILE_MIME } from './order-file-mime.ts';
import { readOrderFile, writeOrderFile } from './order-file-on-disk.ts';
import { type ReceiptTotals, receiptPages, receiptTotals } from './receipt-source.ts';
import { isSame, postedStatement } from './statement-events.ts';
import { type LeafKind, statementLeaves as leafTable, statements } from './tables.ts';

const INSERT_ROWS = 1_000;

/** Trees, database and chain do not say the same of an epoch. Nothing is sent; somebody has to look. */
export class StatementMismatch extends Error {
  override readonly name = 'StatementMismatch';
}

/**
 * Builds the statement of an epoch that takes no orders any more: its order file, its trees from that very file, and everything that has to be
 * known to post and open it. May be repeated; equal receipts give equal bytes.
 */
export async function buildStatement(relay: Relay, epoch: number): Promise<void> {
  const { db, chain } = relay;
  const totals = await receiptTotals(db, chain.platformId, epoch);
  const posted = await postedStatement(db, chain.platformId, epoch);
  if (totals.orders === 0) {
    if (posted !== null)
      throw new StatementMismatch(`The statement of epoch ${epoch} is on chain, but its receipts are not here.`);
    await db.update(statements).set({ stage: 'empty', changedAt: new Date() }).where(eq(statements.epoch, epoch));
    return;
  }
  const { digest, trees } = await publishOrders(relay, epoch, totals);
  if (trees.totals !== packSums({ ...totals, count: BigInt(totals.orders) })) {
    throw new StatementMismatch(`The trees of epoch ${epoch} do not add up to its receipts.`);
  }
  if (posted !== null && !isSame(posted, { ...trees, dataDigest: digest })) {
    throw new StatementMismatch(`The statement of epoch ${epoch} on chain is not that of its receipts.`);
  }
  failpoint('statement.built');
  await db.transaction(async (tx) => {
    await storeLeaves(tx, epoch, trees);
    const { lotRoot, lotDepth, recommenderRoot, recommenderDepth } = trees;
    const roots = { lotRoot, lotDepth, recommenderRoot, recommenderDepth };
    await tx
      .update(statements)
      .set({ stage: 'built', ...totals, ...roots, dataDigest: digest, changedAt: new Date() })
      .where(eq(statements.epoch, epoch));
  });
  failpoint('statement.stored');
  relay.log.info({ epoch, orders: totals.orders, lotRoot: trees.lotRoot }, 'statement built');
}

export function statementScope({ chain }: Pick<Relay, 'chain'>, epoch: number): StatementScope {
  return { chainId: chain.chainId, settlement: chain.contracts.settlement, platformId: chain.platformId, epoch };
}

/** Writes the order file, builds the trees from it and gives it to the document store. */
async function publishOrders(relay: Relay, epoch: number, { orders }: ReceiptTotals) {
  const { db, chain, documents } = relay;
  const scope = statementScope(relay, epoch);
  // Beside the store, so that it can be moved into it in one step.
  const path = join(documents.workFolder, `order-file-${epoch}-${randomUUID()}`);
  try {
    const digest = await writeOrderFile(path, scope, orders, receiptPages(db, chain.platformId, epoch));
    failpoint('statement.written');
    const trees = await buildStatementTrees(readOrderFile(path), scope);
    await documents.adopt(path, digest, ORDER_FILE_MIME);
    return { digest, trees };
  } finally {
    await rm(path, { force: true });
  }
}

async function storeLeaves(tx: Transaction, epoch: number, trees: StatementTrees): Promise<void> {
  const { lots, nominees, recommenders } = statementLeaves(trees);
  const leaf = (kind: LeafKind, lotId: number, partyId: number) => ({ epoch, kind, lotId, partyId });
  const rows = [
    ...lots.map((lotId) => leaf('lot', lotId, 0)),
    ...nominees.filter(({ nomineeId }) => nomineeId > 0).map((at) => leaf('nominee', at.lotId, at.nomineeId)),
    ...recommenders.filter((id) => id > 0).map((id) => leaf('recommender', 0, id)),
  ];
  for (let at = 0; at < rows.length; at += INSERT_ROWS) {
    await tx
      .insert(leafTable)
      .values(rows.slice(at, at + INSERT_ROWS))
      .onConflictDoNothing();
  }
}
