import { asc, inArray } from 'drizzle-orm';
import type { Relay } from '../relay.ts';
import { deliverOrder, shipOrder } from './fulfil-order.ts';
import { orders } from './tables.ts';

const BATCH = 500;

/** On local chains nobody carries anything: what is paid is shipped, and delivered the next time. Gives how many orders moved. */
export async function carryOrders(relay: Relay): Promise<number> {
  const due = await relay.db
    .select({ orderId: orders.orderId, state: orders.state })
    .from(orders)
    .where(inArray(orders.state, ['Paid', 'Shipped']))
    .orderBy(asc(orders.number))
    .limit(BATCH);
  for (const { orderId, state } of due) {
    if (state === 'Paid') await shipOrder(relay, orderId, `LOCAL-${orderId.slice(2, 12).toUpperCase()}`);
    else await deliverOrder(relay, orderId);
  }
  return due.length;
}
