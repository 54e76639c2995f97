import { and, asc, eq, lt } from 'drizzle-orm';
import { failpoint } from '../jobs/failpoint.ts';
import { signReceipt } from '../receipts/sign-receipt.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { receiptEpoch } from '../statements/receipt-epoch.ts';
import { lockOrder, moveOrder, type OrderRow } from './move-order.ts';
import { orders } from './tables.ts';

const BATCH = 500;

/** Completes orders whose return window is over: each gets its signed receipt. Gives how many. */
export async function settleOrders(relay: Relay, now: number): Promise<number> {
  const due = await relay.db
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(isDue(now))
    .orderBy(asc(orders.returnableUntil))
    .limit(BATCH);
  let settled = 0;
  for (const { orderId } of due) {
    if (await settle(relay, orderId, now)) settled += 1;
  }
  return settled;
}

const isDue = (now: number) => and(eq(orders.state, 'Delivered'), lt(orders.returnableUntil, now));

async function settle({ db, chain }: Relay, orderId: OrderRow['orderId'], now: number): Promise<boolean> {
  const done = await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const { state, returnableUntil } = order;
    if (state !== 'Delivered' || returnableUntil === null || returnableUntil >= now) return false;
    const epoch = await receiptEpoch(tx, chain.clock, returnableUntil, now);
    const receipt = receiptOf(order, chain.platformId, epoch);
    const { buyer } = order;
    await tx.insert(receipts).values({ ...receipt, ...(await signReceipt(chain, receipt)), buyer });
    failpoint('order.settling');
    await moveOrder(tx, order, 'Settled', { reason: 'return-window-over', at: now, change: { settledAt: now } });
    return true;
  });
  if (done) failpoint('order.settled');
  return done;
}

function receiptOf(order: OrderRow, platformId: number, epoch: number) {
  const { orderId, lotId, sales, fee, commission, recommenderId, nomineeId, buyerCommitment } = order;
  const quantity = order.quantity - order.refundedQuantity;
  return {
    platformId,
    epoch,
    orderId,
    lotId,
    quantity,
    sales,
    fee,
    commission,
    recommenderId,
    nomineeId,
    buyerCommitment,
  };
}
