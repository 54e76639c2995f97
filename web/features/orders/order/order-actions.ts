import type { Order } from '../../../../relay/api/orders.ts';

/** What the buyer can do with an order now. */
export interface OrderActions {
  readonly canPay: boolean;
  readonly canCancel: boolean;
  /** How many units can still be given back; 0: none. */
  readonly returnable: number;
  /** It has been settled, so it can be measured. */
  readonly canMeasure: boolean;
}

type Facts = Pick<Order, 'state' | 'payment' | 'reservedUntil' | 'returnableUntil' | 'quantity' | 'refundedQuantity'>;

/** A moment in both times: reservations follow the wall clock, deliveries and returns the chain's. Unix seconds. */
export interface Moment {
  readonly chain: number;
  readonly wall: number;
}

export function orderActions(order: Facts, now: Moment): OrderActions {
  const isUnpaid = order.state === 'Created' || order.state === 'AwaitingPayment';
  const isReserved = order.reservedUntil === null || now.wall < order.reservedUntil;
  const isKept = order.state === 'Paid' || order.state === 'Shipped' || order.state === 'Delivered';
  const isInTime = order.returnableUntil === null || now.chain < order.returnableUntil;
  return {
    canPay: isUnpaid && isReserved && order.payment?.status !== 'succeeded',
    canCancel: isUnpaid && order.payment?.status !== 'succeeded',
    returnable: isKept && isInTime ? order.quantity - order.refundedQuantity : 0,
    canMeasure: order.state === 'Settled',
  };
}
