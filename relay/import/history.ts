import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { stock } from '../catalogue/tables.ts';
import { chainTime } from '../chain/chain-head.ts';
import { followChain } from '../chain/follow-chain.ts';
import { chainLots } from '../chain/tables.ts';
import { readConfig } from '../config.ts';
import type { Transaction } from '../db/client.ts';
import { closeRelay, openRelay } from '../open-relay.ts';
import { orderHistory, orders } from '../orders/tables.ts';
import { payments } from '../payments/tables.ts';
import { testPayments } from '../payments/test/tables.ts';
import { signReceipt } from '../receipts/sign-receipt.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { statementsJob } from '../statements/statements-job.ts';
import { type LotRow, rowsOf } from './order-rows.ts';
import type { History } from './types.ts';

const INSERT_ROWS = 500;

/**
 * Fills an empty database with what happened before this relay was started, as if it had sold everything itself. Statements that are on chain
 * are found there and built again from the orders. The relay must not run.
 *
 * @param env the relay's environment
 */
export async function importHistory(env: Record<string, string | undefined>, history: History): Promise<void> {
  const relay = await openRelay(readConfig(env));
  try {
    await followChain(relay.chain, relay.db);
    for (const document of history.documents) await relay.documents.put(document, 'application/json');
    const lots = await relay.db.select().from(chainLots);
    const byId = new Map(lots.map((lot) => [lot.lotId, lot]));
    const signed = await signReceipts(relay, history);
    await relay.db.transaction(async (tx) => {
      await importStock(tx, history, byId);
      await importOrders(relay, tx, history, byId);
      for (const page of pages(signed)) await tx.insert(receipts).values(page);
    });
    // Whoever asks for a proof as soon as the relay listens gets it.
    await statementsJob(relay, relay.config.statementDelay).run(await chainTime(relay.db));
  } finally {
    await closeRelay(relay);
  }
}

async function signReceipts(relay: Relay, history: History) {
  const { chainId, contracts } = relay.chain;
  const settled = history.orders.filter(({ settledAt }) => settledAt !== null);
  return Promise.all(
    settled.map(async ({ receipt, buyer }) => {
      const digest = receiptDigest(receipt, chainId, contracts.settlement);
      return { ...receipt, digest, signature: await signReceipt(relay, receipt), buyer };
    }),
  );
}

async function importStock(tx: Transaction, history: History, lots: ReadonlyMap<number, LotRow>): Promise<void> {
  const sold = new Map<number, number>();
  for (const { receipt } of history.orders) {
    sold.set(receipt.lotId, (sold.get(receipt.lotId) ?? 0) + receipt.quantity);
  }
  const rows = history.prices.map(({ lotId, unitPrice }) => {
    const lot = lots.get(lotId);
    if (lot === undefined) throw new Error(`The history has a price of lot ${lotId}, which is not on chain.`);
    return { lotId, units: lot.units, unitPrice, sold: sold.get(lotId) ?? 0 };
  });
  for (const page of pages(rows)) await tx.insert(stock).values(page);
}

async function importOrders(
  { config }: Relay,
  tx: Transaction,
  history: History,
  lots: ReadonlyMap<number, LotRow>,
): Promise<void> {
  const rows = history.orders.map((order) => {
    const lot = lots.get(order.receipt.lotId);
    if (lot === undefined)
      throw new Error(`The history has an order of lot ${order.receipt.lotId}, which is not on chain.`);
    return rowsOf(order, lot, config.returnWindow);
  });
  for (const page of pages(rows)) {
    await tx.insert(orders).values(page.map(({ order }) => order));
    await tx.insert(payments).values(page.map(({ payment }) => payment));
    await tx.insert(testPayments).values(page.map(({ testPayment }) => testPayment));
    await tx.insert(orderHistory).values(page.flatMap(({ events }) => events));
  }
}

function pages<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / INSERT_ROWS);
  return Array.from({ length: count }, (_, i) => rows.slice(i * INSERT_ROWS, (i + 1) * INSERT_ROWS));
}
