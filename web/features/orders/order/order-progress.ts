import type { Order, OrderState } from '../../../../relay/api/orders.ts';

/** The way of an order whose buyer keeps what he bought. */
export const ORDER_STEPS = ['ordered', 'paid', 'shipped', 'delivered', 'settled', 'posted', 'opened'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** How an order ended before its time; null: it did not. */
export type OrderEnding = 'Cancelled' | 'Refunded' | 'Expired';

export interface OrderProgress {
  /** Index into {@link ORDER_STEPS} of what comes next; its length when nothing does. */
  readonly current: number;
  readonly ending: OrderEnding | null;
}

const REACHED: Readonly<Record<OrderState, number>> = {
  Created: 1,
  AwaitingPayment: 1,
  Paid: 2,
  Shipped: 3,
  Delivered: 4,
  Settled: 5,
  Cancelled: 1,
  Refunded: 2,
  Expired: 1,
};

/** How far an order has come. */
export function orderProgress({ state, statement }: Pick<Order, 'state' | 'statement'>): OrderProgress {
  const ending = state === 'Cancelled' || state === 'Refunded' || state === 'Expired' ? state : null;
  if (state !== 'Settled') return { current: REACHED[state], ending };
  const further = { planned: 0, posted: 1, opened: 2 } as const;
  return { current: REACHED.Settled + (statement ? further[statement.status] : 0), ending };
}

/** When an order got into a state; undefined: it did not. */
export function reachedAt({ history }: Pick<Order, 'history'>, state: OrderState): number | undefined {
  return history.findLast((event) => event.state === state)?.at;
}
