import { and, inArray, lt, sql } from 'drizzle-orm';
import { type Address, type Hex, isAddressEqual } from 'viem';
import { chainTime } from '../chain/chain-head.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { lockOrder, moveOrder } from './move-order.ts';
import { OPEN_STATES } from './states.ts';
import { orders } from './tables.ts';

const BATCH = 100;

/** The buyer gives an unpaid order up. Money that still comes in is given back; see payments. */
export async function cancelOrder({ db }: Relay, orderId: Hex, buyer: Address): Promise<void> {
  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!isAddressEqual(order.buyer, buyer)) throw new ProblemError('order-unknown');
    await moveOrder(tx, order, 'Cancelled', { reason: 'cancelled-by-buyer', at: await chainTime(tx) });
  });
  failpoint('order.cancelled');
}

/** Ends unpaid orders whose reservation is over; gives how many. */
export async function expireOrders({ db }: Relay, now: number): Promise<number> {
  const ended = await db.transaction(async (tx) => {
    const overdue = await tx
      .select()
      .from(orders)
      .where(and(inArray(orders.state, [...OPEN_STATES]), lt(orders.reservedUntil, sql`now()`)))
      .orderBy(orders.number)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    // Shelves in the order of their ids: two runs cannot wait for each other.
    for (const order of overdue.sort((a, b) => a.lotId - b.lotId)) {
      await moveOrder(tx, order, 'Expired', { reason: 'reservation-expired', at: now });
    }
    return overdue.length;
  });
  if (ended > 0) failpoint('order.expired');
  return ended;
}
