import { expect } from 'chai';
import { and, asc, eq, gt } from 'drizzle-orm';
import fc from 'fast-check';
import type { Order } from '../../../relay/api/orders.ts';
import { stock } from '../../../relay/catalogue/tables.ts';
import { TRANSITIONS } from '../../../relay/orders/states.ts';
import { orderHistory, orders } from '../../../relay/orders/tables.ts';
import { payments, refunds } from '../../../relay/payments/tables.ts';
import { testWebhooks } from '../../../relay/payments/test/tables.ts';
import { receipts } from '../../../relay/receipts/tables.ts';
import { now, toTime } from '../../../scripts/local/time.ts';
import {
  giveTestCard,
  openTestServer,
  orderRequest,
  randomKey,
  stockTestLot,
  type TestServer,
  UNIT_PRICE,
} from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const RUNS = 12;
const UNITS = 12;
const CARDS = ['4242424242424242', '4000000000000002', '4000000000000101', '4000000000000259'];

/** What may happen, in any order; `order` chooses among those that exist. */
const event = fc.oneof(
  { withCrossShrink: true },
  fc.record({ do: fc.constant('buy' as const), quantity: fc.integer({ min: 1, max: 3 }), order: fc.nat() }),
  fc.record({ do: fc.constant('place' as const), quantity: fc.integer({ min: 1, max: 6 }), order: fc.nat() }),
  fc.record({ do: fc.constant('pay' as const), card: fc.constantFrom(...CARDS), order: fc.nat() }),
  fc.record({ do: fc.constant('cancel' as const), order: fc.nat() }),
  fc.record({ do: fc.constant('expire' as const), order: fc.nat() }),
  fc.record({ do: fc.constant('refund' as const), quantity: fc.integer({ min: 1, max: 4 }), order: fc.nat() }),
  fc.record({ do: fc.constant('webhooks' as const), order: fc.nat() }),
  fc.record({ do: fc.constant('tick' as const), order: fc.nat() }),
  fc.record({ do: fc.constant('days' as const), order: fc.nat() }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** One order to every end, so that each is looked at in every run. */
const EVERY_END: Event[] = [
  { do: 'buy', quantity: 3, order: 0 },
  { do: 'refund', quantity: 1, order: 0 },
  { do: 'place', quantity: 1, order: 0 },
  { do: 'expire', order: 1 },
  { do: 'place', quantity: 1, order: 0 },
  { do: 'cancel', order: 2 },
  { do: 'buy', quantity: 2, order: 0 },
  { do: 'refund', quantity: 2, order: 3 },
  { do: 'days', order: 0 },
  { do: 'days', order: 0 },
];

describe('orders, whatever happens to them', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let server: TestServer;
  let buyer: string;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    buyer = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  it('keep stock, money and history consistent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 25 }), async (events) => {
        const clock = world.commune.clock;
        const startEpoch = Math.floor(((await now(world.commune)) - clock.genesis) / clock.epochLength);
        const lotId = await stockTestLot(world, server, { units: UNITS, startEpoch, epochs: 8 });
        for (const one of events) {
          await happen(lotId, one);
          await check(lotId);
        }
        await server.tick();
        await check(lotId);
        // Whatever is left open must not stand in the way of the next run.
        await server.relay.db
          .update(orders)
          .set({ reservedUntil: new Date(0) })
          .where(eq(orders.state, 'Created'));
        await server.relay.db
          .update(orders)
          .set({ reservedUntil: new Date(0) })
          .where(eq(orders.state, 'AwaitingPayment'));
        await server.tick();
        await check(lotId);
      }),
      { numRuns: RUNS, endOnFailure: true, examples: [[EVERY_END]] },
    );
    // A property that was never put to the test would hold as well.
    const states = await server.relay.db.selectDistinct({ state: orders.state }).from(orders);
    expect(states.map(({ state }) => state)).to.include.members(['Settled', 'Refunded', 'Expired', 'Cancelled']);
    const partly = await server.relay.db
      .select()
      .from(orders)
      .where(and(eq(orders.state, 'Settled'), gt(orders.refundedQuantity, 0)));
    expect(partly).to.not.deep.equal([]);
  });

  async function happen(lotId: number, one: Event): Promise<void> {
    if (one.do === 'place') {
      await ask('/orders', orderRequest(lotId, { quantity: one.quantity }));
      return;
    }
    if (one.do === 'buy') {
      const { status, body } = await ask('/orders', orderRequest(lotId, { quantity: one.quantity }));
      if (status !== 201) return;
      const payment = await ask(`/orders/${body.orderId}/payment`, { provider: 'test' });
      await giveTestCard(server, payment.body as never, '4242424242424242');
      await server.relay.db.update(testWebhooks).set({ dueAt: new Date(0) });
      return server.tick();
    }
    if (one.do === 'tick') return server.tick();
    if (one.do === 'webhooks') {
      await server.relay.db.update(testWebhooks).set({ dueAt: new Date(0) });
      return server.tick();
    }
    if (one.do === 'days') {
      await toTime(world.commune, (await now(world.commune)) + 3 * 24 * 60 * 60);
      await world.commune.connection.networkHelpers.mine();
      return server.tick();
    }
    const all = await server.relay.db.select().from(orders).where(eq(orders.lotId, lotId)).orderBy(asc(orders.number));
    const chosen = all[one.order % Math.max(1, all.length)];
    if (chosen === undefined) return;
    const { orderId } = chosen;
    if (one.do === 'cancel') await ask(`/orders/${orderId}/cancel`);
    if (one.do === 'refund') await ask(`/orders/${orderId}/refund`, { quantity: one.quantity });
    if (one.do === 'expire' && chosen.reservedUntil !== null) {
      await server.relay.db
        .update(orders)
        .set({ reservedUntil: new Date(0) })
        .where(eq(orders.orderId, orderId));
      await server.tick();
    }
    if (one.do === 'pay') {
      const { status, body } = await ask(`/orders/${orderId}/payment`, { provider: 'test' });
      if (status === 201) await giveTestCard(server, body as never, one.card);
    }
  }

  /** Refusals are part of life; faults are not. */
  async function ask(url: string, payload?: object) {
    const request = { method: 'POST', url, as: buyer, key: randomKey(), ...(payload && { payload }) } as const;
    const answer = await server.ask<Order>(request);
    expect(answer.status, JSON.stringify(answer.body)).to.be.lessThan(500);
    return answer;
  }

  async function check(lotId: number): Promise<void> {
    const { db } = server.relay;
    const all = await db.select().from(orders).where(eq(orders.lotId, lotId));
    const [shelf] = await db.select().from(stock).where(eq(stock.lotId, lotId));
    const units = (states: readonly string[]) =>
      all
        .filter(({ state }) => states.includes(state))
        .reduce((sum, one) => sum + one.quantity - one.refundedQuantity, 0);
    expect(shelf?.reserved).to.equal(units(['Created', 'AwaitingPayment']));
    expect(shelf?.sold).to.equal(units(['Paid', 'Shipped', 'Delivered', 'Settled']));
    expect((shelf?.reserved ?? 0) + (shelf?.sold ?? 0)).to.be.at.most(UNITS);
    for (const order of all) await checkOrder(order);
  }

  async function checkOrder(order: typeof orders.$inferSelect): Promise<void> {
    const { db } = server.relay;
    const steps = await db
      .select()
      .from(orderHistory)
      .where(eq(orderHistory.orderId, order.orderId))
      .orderBy(asc(orderHistory.id));
    expect(steps[0]).to.include({ from: null, state: 'Created' });
    expect(steps.at(-1)?.state).to.equal(order.state);
    for (const [i, step] of steps.entries()) {
      const previous = steps[i - 1];
      if (previous === undefined) continue;
      expect(step.from).to.equal(previous.state);
      expect(step.at).to.be.at.least(previous.at);
      const isNote = step.state === previous.state && step.reason === 'returned-in-part';
      expect(isNote || TRANSITIONS[previous.state].includes(step.state), `${previous.state} → ${step.state}`).to.equal(
        true,
      );
    }
    // Money: what came in is what is kept and what goes back.
    const paid = await db.select().from(payments).where(eq(payments.orderId, order.orderId));
    const back = await db
      .select({ amount: refunds.amount })
      .from(refunds)
      .innerJoin(payments, eq(payments.paymentId, refunds.paymentId))
      .where(eq(payments.orderId, order.orderId));
    const sum = (rows: readonly { amount: bigint }[]) => rows.reduce((total, { amount }) => total + amount, 0n);
    const received = sum(paid.filter(({ status }) => status === 'succeeded'));
    const isSold = ['Paid', 'Shipped', 'Delivered', 'Settled'].includes(order.state);
    expect(received - sum(back), order.state).to.equal(isSold ? order.sales : 0n);
    expect(order.sales).to.equal(UNIT_PRICE * BigInt(order.quantity - order.refundedQuantity));
    const signed = await db.select().from(receipts).where(eq(receipts.orderId, order.orderId));
    expect(signed.length).to.equal(order.state === 'Settled' ? 1 : 0);
    if (signed[0] !== undefined) expect(signed[0].sales).to.equal(order.sales);
  }
});
