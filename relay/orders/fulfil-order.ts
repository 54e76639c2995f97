import type { Hex } from 'viem';
import { chainTime } from '../chain/chain-head.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { lockOrder, moveOrder } from './move-order.ts';

/** The operator hands the goods over to a carrier. */
export async function shipOrder({ db }: Relay, orderId: Hex, tracking: string): Promise<void> {
  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const at = await chainTime(tx);
    await moveOrder(tx, order, 'Shipped', { reason: 'shipped', at, change: { tracking, shippedAt: at } });
  });
  failpoint('order.shipped');
}

/** The goods have arrived: the return window begins. */
export async function deliverOrder({ db, config }: Relay, orderId: Hex): Promise<void> {
  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const at = await chainTime(tx);
    const change = { deliveredAt: at, returnableUntil: at + config.returnWindow };
    await moveOrder(tx, order, 'Delivered', { reason: 'delivered', at, change });
  });
  failpoint('order.delivered');
}
