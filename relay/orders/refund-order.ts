import { eq } from 'drizzle-orm';
import { type Address, type Hex, isAddressEqual } from 'viem';
import { takeBack } from '../catalogue/stock.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { Transaction } from '../db/client.ts';
import { requestRefund } from '../payments/request-refund.ts';
import { ProblemError } from '../server/problem-error.ts';
import { orderMoney } from './money.ts';
import { lockOrder, moveOrder, type OrderRow, record } from './move-order.ts';
import { REFUNDABLE_STATES } from './states.ts';
import { orders } from './tables.ts';

/** The buyer gives units back; the money follows by itself. The receipt will name what is kept. */
export async function refundOrder(tx: Transaction, orderId: Hex, buyer: Address, quantity: number): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (!isAddressEqual(order.buyer, buyer)) throw new ProblemError('order-unknown');
  const now = await chainTime(tx);
  if (!REFUNDABLE_STATES.includes(order.state)) throw new ProblemError('order-state', { state: order.state });
  if (order.returnableUntil !== null && now > order.returnableUntil) throw new ProblemError('return-window-over');
  const refundable = order.quantity - order.refundedQuantity;
  if (quantity > refundable) throw new ProblemError('refund-too-much', { refundable });
  await takeBack(tx, order.lotId, quantity);
  await requestRefund(tx, order.orderId, order.unitPrice * BigInt(quantity), 'returned');
  await keepLess(tx, order, quantity, now);
}

async function keepLess(tx: Transaction, order: OrderRow, quantity: number, now: number): Promise<void> {
  const refundedQuantity = order.refundedQuantity + quantity;
  const change = { refundedQuantity, ...orderMoney({ ...order, kept: order.quantity - refundedQuantity }) };
  if (refundedQuantity === order.quantity) {
    await moveOrder(tx, order, 'Refunded', { reason: 'returned', at: now, change });
    return;
  }
  await tx.update(orders).set(change).where(eq(orders.orderId, order.orderId));
  const { orderId, state } = order;
  await record(tx, { orderId, from: state, state, reason: 'returned-in-part', at: now });
}
