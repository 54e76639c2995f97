import { and, asc, eq, lt } from 'drizzle-orm';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { failpoint } from '../jobs/failpoint.ts';
import { NoSignerKey, signerFor } from '../receipts/signer-of.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { receiptEpoch } from '../statements/receipt-epoch.ts';
import { lockOrder, moveOrder, type OrderRow } from './move-order.ts';
import { orders } from './tables.ts';

const BATCH = 500;

/**
 * Completes orders whose return window is over: the receipt of each is written down here, once and for ever, and signed after that. Without
 * the key of their epoch orders wait. Gives how many were settled.
 */
export async function settleOrders(relay: Relay, now: number): Promise<number> {
  const due = await relay.db
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(isDue(now))
    .orderBy(asc(orders.returnableUntil))
    .limit(BATCH);
  let settled = 0;
  for (const { orderId } of due) {
    try {
      if (await settle(relay, orderId, now)) settled += 1;
    } catch (error) {
      // It waits; health tells, see jobs/standing-problems.ts.
      if (!(error instanceof NoSignerKey)) throw error;
    }
  }
  return settled;
}

const isDue = (now: number) => and(eq(orders.state, 'Delivered'), lt(orders.returnableUntil, now));

async function settle(relay: Relay, orderId: OrderRow['orderId'], now: number): Promise<boolean> {
  const { db, chain } = relay;
  const done = await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const { state, returnableUntil } = order;
    if (state !== 'Delivered' || returnableUntil === null || returnableUntil >= now) return false;
    const epoch = await receiptEpoch(tx, chain.clock, returnableUntil, now);
    await signerFor(relay, epoch, tx);
    const receipt = receiptOf(order, chain.platformId, epoch);
    const digest = receiptDigest(receipt, chain.chainId, chain.contracts.settlement);
    await tx.insert(receipts).values({ ...receipt, digest, buyer: order.buyer });
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
