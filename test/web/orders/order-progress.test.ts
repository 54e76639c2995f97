import { expect } from 'chai';
import type { Order } from '../../../relay/api/orders.ts';
import { orderActions } from '../../../web/features/orders/order/order-actions.ts';
import { orderProgress } from '../../../web/features/orders/order/order-progress.ts';

const wall = (seconds: number) => ({ wall: seconds, chain: 0 });
const chain = (seconds: number) => ({ wall: 0, chain: seconds });

type Facts = Parameters<typeof orderActions>[0];
const fresh: Facts = {
  state: 'Created',
  payment: null,
  reservedUntil: 1_000,
  returnableUntil: null,
  quantity: 3,
  refundedQuantity: 0,
};
const payment = (status: NonNullable<Order['payment']>['status']) => ({
  paymentId: 'p',
  provider: 'test',
  status,
  failure: null,
});

describe('what a buyer can do with an order', () => {
  it('pay or cancel while the stock is reserved', () => {
    expect(orderActions(fresh, wall(999))).to.include({ canPay: true, canCancel: true, returnable: 0 });
    expect(orderActions(fresh, wall(1_000))).to.include({ canPay: false, canCancel: true });
  });

  it('pay again after a payment failed, but not twice', () => {
    const waiting: Facts = { ...fresh, state: 'AwaitingPayment' };
    expect(orderActions({ ...waiting, payment: payment('failed') }, wall(1)).canPay).to.equal(true);
    expect(orderActions({ ...waiting, payment: payment('succeeded') }, wall(1))).to.include({
      canPay: false,
      canCancel: false,
    });
  });

  it('give back what is left until the return window ends', () => {
    const delivered: Facts = { ...fresh, state: 'Delivered', returnableUntil: 2_000, refundedQuantity: 1 };
    expect(orderActions(delivered, chain(1_999)).returnable).to.equal(2);
    expect(orderActions(delivered, chain(2_000)).returnable).to.equal(0);
    expect(orderActions({ ...delivered, state: 'Settled' }, chain(1_999))).to.include({
      returnable: 0,
      canMeasure: true,
    });
  });
});

describe('the progress of an order', () => {
  it('goes on to the statement once it is settled', () => {
    const at = (status: 'planned' | 'posted' | 'opened') =>
      orderProgress({ state: 'Settled', statement: { epoch: 1, status, opensAt: null } }).current;
    expect([at('planned'), at('posted'), at('opened')]).to.deep.equal([5, 6, 7]);
    expect(orderProgress({ state: 'Paid', statement: null })).to.deep.equal({ current: 2, ending: null });
    expect(orderProgress({ state: 'Expired', statement: null }).ending).to.equal('Expired');
  });
});
