import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { Queryable } from '../db/client.ts';
import { receipts } from '../receipts/tables.ts';

const PAGE = 5_000;
/** Byte order, whatever the database's language is. */
const BY_ORDER_ID = sql`${receipts.orderId} COLLATE "C"`;

/** All receipts of an epoch by order id, page by page: there may be a million. */
export async function* receiptPages(db: Queryable, platformId: number, epoch: number): AsyncGenerator<Receipt[]> {
  const ofEpoch = and(eq(receipts.platformId, platformId), eq(receipts.epoch, epoch));
  for (let last = ''; ; ) {
    const page = await db
      .select({
        platformId: receipts.platformId,
        epoch: receipts.epoch,
        orderId: receipts.orderId,
        lotId: receipts.lotId,
        quantity: receipts.quantity,
        sales: receipts.sales,
        fee: receipts.fee,
        commission: receipts.commission,
        recommenderId: receipts.recommenderId,
        nomineeId: receipts.nomineeId,
        buyerCommitment: receipts.buyerCommitment,
      })
      .from(receipts)
      .where(and(ofEpoch, gt(BY_ORDER_ID, last)))
      .orderBy(asc(BY_ORDER_ID))
      .limit(PAGE);
    const [final] = page.slice(-1);
    if (final === undefined) return;
    yield page;
    last = final.orderId;
  }
}

export interface ReceiptTotals {
  orders: number;
  sales: bigint;
  fees: bigint;
  commissions: bigint;
}

/** What the database itself adds up; trees have to come to the same. */
export async function receiptTotals(db: Queryable, platformId: number, epoch: number): Promise<ReceiptTotals> {
  const total = (column: typeof receipts.sales | typeof receipts.fee | typeof receipts.commission) =>
    sql<string>`coalesce(sum(${column}), 0)`.mapWith(BigInt);
  const [row] = await db
    .select({
      orders: sql<string>`count(*)`.mapWith(Number),
      sales: total(receipts.sales),
      fees: total(receipts.fee),
      commissions: total(receipts.commission),
    })
    .from(receipts)
    .where(and(eq(receipts.platformId, platformId), eq(receipts.epoch, epoch)));
  return row ?? { orders: 0, sales: 0n, fees: 0n, commissions: 0n };
}
