import { eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { OrderState } from '../api/orders.ts';
import { release, sell } from '../catalogue/stock.ts';
import type { Transaction } from '../db/client.ts';
import { ProblemError } from '../server/problem-error.ts';
import { isEnded, OPEN_STATES, TRANSITIONS } from './states.ts';
import { orderHistory, orders } from './tables.ts';

export type OrderRow = typeof orders.$inferSelect;
type Change = Partial<typeof orders.$inferInsert>;

/** Nobody else changes the order until the transaction ends. @throws ProblemError `order-unknown` */
export async function lockOrder(tx: Transaction, orderId: Hex): Promise<OrderRow> {
  const [order] = await tx.select().from(orders).where(eq(orders.orderId, orderId)).for('update');
  if (order === undefined) throw new ProblemError('order-unknown');
  return order;
}

/**
 * Brings a locked order into another state, with its stock and its history.
 *
 * @param at time of the chain
 * @throws ProblemError `order-state` when there is no such transition
 */
export async function moveOrder(
  tx: Transaction,
  order: OrderRow,
  to: OrderState,
  { reason, at, change = {} }: { reason: string; at: number; change?: Change },
): Promise<OrderRow> {
  if (!TRANSITIONS[order.state].includes(to)) throw new ProblemError('order-state', { state: order.state, to });
  const wasOpen = OPEN_STATES.includes(order.state);
  if (to === 'Paid') await sell(tx, order.lotId, order.quantity);
  else if (wasOpen && isEnded(to)) await release(tx, order.lotId, order.quantity);
  const [moved] = await tx
    .update(orders)
    .set({
      ...change,
      state: to,
      ...(!OPEN_STATES.includes(to) && { reservedUntil: null }),
      // Where to deliver is nobody's business once it is over.
      ...(isEnded(to) && { delivery: null }),
    })
    .where(eq(orders.orderId, order.orderId))
    .returning();
  if (moved === undefined) throw new Error(`order ${order.orderId} vanished`);
  await record(tx, { orderId: order.orderId, from: order.state, state: to, reason, at });
  return moved;
}

/** Something that happened to an order. */
export async function record(tx: Transaction, event: typeof orderHistory.$inferInsert): Promise<void> {
  await tx.insert(orderHistory).values(event);
}
