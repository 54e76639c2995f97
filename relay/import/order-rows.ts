import type { OrderState } from '../api/orders.ts';
import type { chainLots } from '../chain/tables.ts';
import type { orderHistory, orders } from '../orders/tables.ts';
import type { payments } from '../payments/tables.ts';
import type { testPayments } from '../payments/test/tables.ts';
import type { HistoricOrder } from './types.ts';

export type LotRow = Pick<
  typeof chainLots.$inferSelect,
  'lotId' | 'commodityId' | 'units' | 'feeBps' | 'commissionBps'
>;

/** What the database keeps of an order that was paid long ago. */
export function rowsOf(historic: HistoricOrder, lot: LotRow, returnWindow: number) {
  const { receipt, buyer, unitPrice, commitmentNonce, createdAt, shippedAt, deliveredAt, settledAt } = historic;
  const { orderId, lotId, quantity, sales, fee, commission, recommenderId, nomineeId, buyerCommitment } = receipt;
  const events = eventsOf(historic);
  const order: typeof orders.$inferInsert = {
    orderId,
    state: events.at(-1)?.state ?? 'Paid',
    buyer,
    lotId,
    commodityId: lot.commodityId,
    quantity,
    unitPrice,
    feeBps: lot.feeBps,
    commissionBps: lot.commissionBps,
    sales,
    fee,
    commission,
    recommenderId,
    nomineeId,
    buyerCommitment,
    commitmentNonce,
    tracking: shippedAt === null ? null : `LOCAL-${orderId.slice(2, 12).toUpperCase()}`,
    createdAt,
    shippedAt,
    deliveredAt,
    returnableUntil: deliveredAt === null ? null : deliveredAt + returnWindow,
    settledAt,
  };
  const reference = `tp_${orderId.slice(2, 34)}`;
  const paymentId = `history-${orderId.slice(2, 34)}`;
  const payment: typeof payments.$inferInsert = {
    paymentId,
    orderId,
    provider: 'test',
    amount: sales,
    status: 'succeeded',
    reference,
  };
  const testPayment: typeof testPayments.$inferInsert = {
    id: reference,
    idempotencyKey: paymentId,
    amount: sales,
    status: 'succeeded',
    expiresAt: new Date(historic.paidAt * 1000),
  };
  return { order, payment, testPayment, events };
}

function eventsOf({ receipt, ...order }: HistoricOrder): (typeof orderHistory.$inferInsert)[] {
  const steps: [OrderState, number | null, string][] = [
    ['Created', order.createdAt, 'placed'],
    ['AwaitingPayment', order.createdAt, 'payment-started'],
    ['Paid', order.paidAt, 'payment-succeeded'],
    ['Shipped', order.shippedAt, 'shipped'],
    ['Delivered', order.deliveredAt, 'delivered'],
    ['Settled', order.settledAt, 'return-window-over'],
  ];
  return steps.flatMap(([state, at, reason], i) => {
    if (at === null) return [];
    return { orderId: receipt.orderId, from: steps[i - 1]?.[0] ?? null, state, reason, at };
  });
}
