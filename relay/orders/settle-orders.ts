import { and, asc, eq, lt } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { failpoint } from '../jobs/failpoint.ts';
import { settlingEpochs } from '../platform/settling-epochs.ts';
import { NoSignerKey, signerFor } from '../receipts/signer-of.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { receiptEpoch } from '../statements/receipt-epoch.ts';
import { lockOrder, moveOrder, type OrderRow } from './move-order.ts';
import { orders } from './tables.ts';

const BATCH = 500;

/**
 * Completes orders whose return window is over: the receipt of each is written down here, once and for ever, and signed after that. Without
 * the key of their epoch orders wait, and so do those whose statement would be refused, as the platform is suspended or has another operator. Gives how many were settled.
 */
export async function settleOrders(relay: Relay, now: number): Promise<number> {
  const due = await relay.db
    .select({ orderId: orders.orderId, completedAt: orders.returnableUntil })
    .from(orders)
    .where(isDue(now))
    .orderBy(asc(orders.returnableUntil))
    .limit(BATCH);
  if (due.length === 0) return 0;
  const isTaken = await settlingEpochs(relay);
  let settled = 0;
  for (const { orderId, completedAt } of due) {
    // No receipt is of an earlier epoch than that in which its order was completed.
    if (!isTaken(epochAt(relay.chain.clock, completedAt ?? now))) break;
    try {
      if (await settle(relay, orderId, now, isTaken)) settled += 1;
    } catch (error) {
      // It waits; health tells, see jobs/standing-problems.ts.
      if (!(error instanceof NoSignerKey)) throw error;
    }
  }
  return settled;
}

const isDue = (now: number) => and(eq(orders.state, 'Delivered'), lt(orders.returnableUntil, now));

async function settle(
  relay: Relay,
  orderId: OrderRow['orderId'],
  now: number,
  isTaken: (epoch: number) => boolean,
): Promise<boolean> {
  const { db, chain } = relay;
  const done = await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const { state, returnableUntil } = order;
    if (state !== 'Delivered' || returnableUntil === null || returnableUntil >= now) return false;
    const epoch = await receiptEpoch(tx, chain.clock, returnableUntil, now);
    // A receipt names its epoch for ever: one whose statement never comes would be worth nothing.
    if (!isTaken(epoch)) return false;
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
