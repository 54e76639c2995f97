import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { stock } from '../../../relay/catalogue/tables.ts';
import { orderHistory, orders } from '../../../relay/orders/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import {
  openTestServer,
  orderRequest,
  placeTestOrder,
  randomKey,
  readOrder,
  stockTestLot,
  type TestServer,
} from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const BUYERS = 50;
const UNITS = 20;

describe('stock and idempotency', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let buyer: string;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world, { RELAY_RESERVATION: '600' });
    buyer = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const shelfOf = async (lotId: number) => {
    const [shelf] = await server.relay.db.select().from(stock).where(eq(stock.lotId, lotId));
    return { reserved: shelf?.reserved, sold: shelf?.sold };
  };

  it(`sells ${UNITS} units to ${BUYERS} buyers at the same time exactly once each`, async () => {
    const lotId = await stockTestLot(world, server, { units: UNITS });
    const accounts = Array.from({ length: BUYERS }, (_, i) => localKey(accountIndex.firstConsumer + i));
    const tokens = await Promise.all(accounts.map((account) => server.signIn(account)));
    const answers = await Promise.all(
      tokens.map((as) =>
        server.ask({ method: 'POST', url: '/orders', as, key: randomKey(), payload: orderRequest(lotId) }),
      ),
    );
    const outcomes = answers.map(({ status, body }) => (status === 201 ? 'placed' : `${status} ${body.code}`));
    expect(outcomes.filter((outcome) => outcome === 'placed')).to.have.length(UNITS);
    expect(outcomes.filter((outcome) => outcome === '409 stock-exhausted')).to.have.length(BUYERS - UNITS);
    expect(await shelfOf(lotId)).to.deep.equal({ reserved: UNITS, sold: 0 });
  });

  it('carries one request out once, however often and however fast it comes', async () => {
    const lotId = await stockTestLot(world, server);
    const request = {
      method: 'POST',
      url: '/orders',
      as: buyer,
      key: randomKey(),
      payload: orderRequest(lotId),
    } as const;
    const answers = await Promise.all(Array.from({ length: 12 }, () => server.ask(request)));
    const later = await server.ask(request);
    for (const { status, body } of [...answers, later]) {
      expect(status).to.equal(201);
      expect(body).to.deep.equal(answers[0]?.body);
    }
    expect(await server.relay.db.select().from(orders).where(eq(orders.lotId, lotId))).to.have.length(1);
    expect(await shelfOf(lotId)).to.deep.equal({ reserved: 1, sold: 0 });
  });

  it('refuses a key for another request, and a request without a key', async () => {
    const lotId = await stockTestLot(world, server);
    const key = randomKey();
    const request = { method: 'POST', url: '/orders', as: buyer } as const;
    await server.ask({ ...request, key, payload: orderRequest(lotId) });
    const other = await server.ask({ ...request, key, payload: orderRequest(lotId) });
    expect(other).to.nested.include({ status: 409, 'body.code': 'idempotency-key-reused' });
    const without = await server.ask({ ...request, payload: orderRequest(lotId) });
    expect(without).to.nested.include({ status: 400, 'body.code': 'idempotency-key-required' });
    // Keys of two accounts have nothing to do with each other.
    const stranger = await server.signIn(localKey(accountIndex.firstConsumer + 1));
    expect((await server.ask({ ...request, as: stranger, key, payload: orderRequest(lotId) })).status).to.equal(201);
  });

  it('stores nothing of a refused request, so that it can be sent again', async () => {
    const lotId = await stockTestLot(world, server, { units: 1 });
    const first = await placeTestOrder(server, buyer, lotId);
    const request = {
      method: 'POST',
      url: '/orders',
      as: buyer,
      key: randomKey(),
      payload: orderRequest(lotId),
    } as const;
    expect((await server.ask(request)).body).to.deep.include({ code: 'stock-exhausted', values: { available: 0 } });
    await server.ask({ method: 'POST', url: `/orders/${first.orderId}/cancel`, as: buyer });
    expect((await server.ask(request)).status).to.equal(201);
  });

  it('gives units back when the reservation ends, once', async () => {
    const lotId = await stockTestLot(world, server);
    const { orderId, reservedUntil } = await placeTestOrder(server, buyer, lotId, { quantity: 7 });
    expect(reservedUntil).to.be.closeTo(Date.now() / 1000 + 600, 5);
    await server.tick();
    expect(await shelfOf(lotId)).to.deep.equal({ reserved: 7, sold: 0 });
    await server.relay.db
      .update(orders)
      .set({ reservedUntil: new Date(0) })
      .where(eq(orders.orderId, orderId));
    await Promise.all([server.tick(), server.tick()]);
    expect(await shelfOf(lotId)).to.deep.equal({ reserved: 0, sold: 0 });
    const order = await readOrder(server, buyer, orderId);
    expect(order).to.include({ state: 'Expired', reservedUntil: null });
    const events = await server.relay.db.select().from(orderHistory).where(eq(orderHistory.orderId, orderId));
    expect(events.map(({ from, state, reason }) => [from, state, reason])).to.deep.equal([
      [null, 'Created', 'placed'],
      ['Created', 'Expired', 'reservation-expired'],
    ]);
  });

  it('keeps one account from reserving everything', async () => {
    const lotId = await stockTestLot(world, server);
    const hoarder = await server.signIn(localKey(accountIndex.firstConsumer + 60));
    for (let i = 0; i < 20; i++) await placeTestOrder(server, hoarder, lotId);
    const payload = orderRequest(lotId);
    const answer = await server.ask({ method: 'POST', url: '/orders', as: hoarder, key: randomKey(), payload });
    expect(answer).to.nested.include({ status: 409, 'body.code': 'too-many-open-orders' });
  });

  it('cancels for the buyer only, and only what is open', async () => {
    const lotId = await stockTestLot(world, server);
    const { orderId } = await placeTestOrder(server, buyer, lotId, { quantity: 2 });
    const request = { method: 'POST', url: `/orders/${orderId}/cancel` } as const;
    const stranger = await server.signIn(localKey(accountIndex.firstConsumer + 1));
    expect((await server.ask({ ...request, as: stranger })).body.code).to.equal('order-unknown');
    const both = await Promise.all([server.ask({ ...request, as: buyer }), server.ask({ ...request, as: buyer })]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(await shelfOf(lotId)).to.deep.equal({ reserved: 0, sold: 0 });
  });
});
