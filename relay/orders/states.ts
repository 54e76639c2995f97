import type { OrderState } from '../api/orders.ts';

/** Every way an order may take. What is not here does not happen. */
export const TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  Created: ['AwaitingPayment', 'Cancelled', 'Expired'],
  AwaitingPayment: ['Paid', 'Cancelled', 'Expired'],
  Paid: ['Shipped', 'Refunded'],
  Shipped: ['Delivered', 'Refunded'],
  Delivered: ['Settled', 'Refunded'],
  Settled: [],
  Cancelled: [],
  Refunded: [],
  Expired: [],
};

/** Units are reserved for it. */
export const OPEN_STATES: readonly OrderState[] = ['Created', 'AwaitingPayment'];
/** Paid for, and can be given back. */
export const REFUNDABLE_STATES: readonly OrderState[] = ['Paid', 'Shipped', 'Delivered'];

/** Nothing happens to it any more. */
export const isEnded = (state: OrderState) => TRANSITIONS[state].length === 0;
