import { expect } from 'chai';
import { eq, sql } from 'drizzle-orm';
import type { Hex } from 'viem';
import { stock } from '../../../relay/catalogue/tables.ts';
import { orders } from '../../../relay/orders/tables.ts';
import { payments, refunds, webhookInbox } from '../../../relay/payments/tables.ts';
import { SIGNATURE_HEADER, signBody, testSecrets } from '../../../relay/payments/test/signature.ts';
import { type TestEvent, testWebhooks } from '../../../relay/payments/test/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import {
  giveTestCard,
  openTestServer,
  placeTestOrder,
  randomKey,
  readOrder,
  startTestPayment,
  stockTestLot,
  type TestServer,
  UNIT_PRICE,
  untilOrder,
} from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const GOOD = '4242424242424242';
const DECLINED = '4000000000000002';
const LATE = '4000000000000259';
const CHAOS = '4000000000000101';

describe('payments by the test provider', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let buyer: string;
  let lotId: number;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    lotId = await stockTestLot(world, server, { units: 1_000 });
    buyer = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const pay = async (card: string, quantity = 1) => {
    const { orderId } = await placeTestOrder(server, buyer, lotId, { quantity });
    const payment = await startTestPayment(server, buyer, orderId);
    await giveTestCard(server, payment, card);
    return { orderId, payment };
  };
  const paymentOf = async (paymentId: string) => {
    const [row] = await server.relay.db.select().from(payments).where(eq(payments.paymentId, paymentId));
    return row;
  };
  const refundsOf = (paymentId: string) =>
    server.relay.db.select().from(refunds).where(eq(refunds.paymentId, paymentId));
  const hurry = () => server.relay.db.update(testWebhooks).set({ dueAt: sql`now()` }).where(sql`delivered_at is null`);
  const expire = (orderId: Hex) =>
    server.relay.db
      .update(orders)
      .set({ reservedUntil: new Date(0) })
      .where(eq(orders.orderId, orderId));
  const untilRefunded = async (orderId: Hex) => {
    for (let i = 0; i < 60; i++) {
      await hurry();
      await server.tick();
      const { payment } = await readOrder(server, buyer, orderId);
      if (payment?.status === 'refunded') return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('the money did not come back');
  };
  const webhook = (
    event: TestEvent,
    { time = Date.now() / 1000, secret = secrets().webhookSecret, body = '' } = {},
  ) => {
    const payload = JSON.stringify(event);
    const signature = signBody(secret, payload, Math.floor(time));
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
    return server.ask({ method: 'POST', url: '/webhooks/test', headers, payload: body === '' ? payload : body });
  };
  const secrets = () => testSecrets(server.relay.config.operatorKey);
  const succeeded = (id: string, reference: string, value = UNIT_PRICE): TestEvent => ({
    id,
    type: 'payment.succeeded',
    data: { id: reference, amount: value.toString(), failure: null },
  });

  it('says pending until the webhook has come', async () => {
    const { orderId, payment } = await pay(GOOD);
    expect(payment).to.include({ status: 'pending', amount: UNIT_PRICE.toString() });
    expect((await readOrder(server, buyer, orderId)).payment).to.include({ status: 'pending' });
    await untilOrder(server, buyer, orderId, 'Delivered');
  });

  it('takes another card after one was declined', async () => {
    const { orderId, payment } = await pay(DECLINED);
    await hurry();
    await server.tick();
    const order = await readOrder(server, buyer, orderId);
    expect(order).to.nested.include({
      state: 'AwaitingPayment',
      'payment.status': 'failed',
      'payment.failure': 'card-declined',
    });
    const second = await startTestPayment(server, buyer, orderId);
    expect(second.paymentId).to.not.equal(payment.paymentId);
    await giveTestCard(server, second, GOOD);
    await untilOrder(server, buyer, orderId, 'Delivered');
  });

  it('is not confused by events that come twice and in a wrong order', async () => {
    const { orderId, payment } = await pay(CHAOS);
    await hurry();
    await untilOrder(server, buyer, orderId, 'Delivered');
    const inbox = await server.relay.db
      .select()
      .from(webhookInbox)
      .where(sql`event ->> 'reference' = ${(await paymentOf(payment.paymentId))?.reference}`);
    expect(inbox.map(({ outcome }) => outcome)).to.deep.equal(['done']);
    expect(await refundsOf(payment.paymentId)).to.deep.equal([]);
  });

  it('carries one event out once when it comes many times at once, also after a failure that came late', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const { paymentId } = await startTestPayment(server, buyer, orderId);
    const reference = (await paymentOf(paymentId))?.reference ?? '';
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => webhook(succeeded(`evt_${orderId}`, reference))),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal(Array(10).fill(200));
    const failed: TestEvent = {
      id: `late_${orderId}`,
      type: 'payment.declined',
      data: { id: reference, amount: '1', failure: 'x' },
    };
    await webhook(failed);
    await webhook(succeeded(`another_${orderId}`, reference));
    const order = await readOrder(server, buyer, orderId);
    expect(order.payment).to.include({ status: 'succeeded', failure: null });
    expect(order.history.filter(({ state }) => state === 'Paid')).to.have.length(1);
    expect(await refundsOf(paymentId)).to.deep.equal([]);
  });

  it('gives money back that comes after the order has expired, and nothing else', async () => {
    const { orderId, payment } = await pay(LATE, 4);
    await expire(orderId);
    await server.tick();
    expect((await readOrder(server, buyer, orderId)).state).to.equal('Expired');
    await untilRefunded(orderId);
    const sent = await refundsOf(payment.paymentId);
    expect(sent.map(({ amount, reason, status }) => [amount, reason, status])).to.deep.equal([
      [UNIT_PRICE * 4n, 'order-expired', 'succeeded'],
    ]);
    expect((await readOrder(server, buyer, orderId)).state).to.equal('Expired');
  });

  it('gives a wrong amount back', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const { paymentId } = await startTestPayment(server, buyer, orderId);
    const reference = (await paymentOf(paymentId))?.reference ?? '';
    await webhook(succeeded(`evt_wrong_${orderId}`, reference, UNIT_PRICE - 1n));
    expect((await refundsOf(paymentId)).map(({ amount, reason }) => [amount, reason])).to.deep.equal([
      [UNIT_PRICE - 1n, 'wrong-amount'],
    ]);
    expect((await readOrder(server, buyer, orderId)).state).to.equal('AwaitingPayment');
  });

  it('keeps an event that overtakes what it is about', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const { paymentId } = await startTestPayment(server, buyer, orderId);
    const reference = (await paymentOf(paymentId))?.reference ?? '';
    await server.relay.db.update(payments).set({ reference: null }).where(eq(payments.paymentId, paymentId));
    expect((await webhook(succeeded(`early_${orderId}`, reference))).status).to.equal(200);
    await server.tick();
    expect((await readOrder(server, buyer, orderId)).state).to.equal('AwaitingPayment');
    await server.relay.db.update(payments).set({ reference }).where(eq(payments.paymentId, paymentId));
    await untilOrder(server, buyer, orderId, 'Delivered');
  });

  it('asks the provider when no webhook comes', async () => {
    const { orderId, payment } = await pay(GOOD);
    // The provider has the money, its webhooks are lost.
    await hurry();
    const lost = await server.relay.db.select().from(testWebhooks).where(sql`delivered_at is null`);
    await server.relay.db.update(testWebhooks).set({ deliveredAt: new Date() });
    expect(lost).to.not.deep.equal([]);
    await server.relay.db.execute(
      sql`update test_provider_payments set status = 'succeeded' where status = 'processing'`,
    );
    await server.tick();
    expect((await readOrder(server, buyer, orderId)).state).to.equal('AwaitingPayment');
    const old = sql`now() - interval '2 hours'`;
    await server.relay.db.update(payments).set({ checkedAt: old }).where(eq(payments.paymentId, payment.paymentId));
    await untilOrder(server, buyer, orderId, 'Delivered');
  });

  it('starts a payment once for a key, and the next one only when the first is stopped', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const request = {
      method: 'POST',
      url: `/orders/${orderId}/payment`,
      as: buyer,
      payload: { provider: 'test' },
    } as const;
    const key = randomKey();
    const first = await server.ask<{ paymentId: string }>({ ...request, key });
    const again = await server.ask({ ...request, key });
    expect(again.body).to.deep.equal(first.body);
    const second = await server.ask<{ paymentId: string }>({ ...request, key: randomKey() });
    expect(second.status).to.equal(201);
    expect((await paymentOf(first.body.paymentId))?.status).to.equal('cancelled');
    await giveTestCard(server, second.body as never, LATE);
    const third = await server.ask({ ...request, key: randomKey() });
    expect(third).to.nested.include({ status: 409, 'body.code': 'payment-running' });
    const stripe = await server.ask({ ...request, payload: { provider: 'stripe' }, key: randomKey() });
    expect(stripe.body.code).to.equal('provider-unavailable');
  });

  it('lets only the buyer see and pay', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const { paymentId } = await startTestPayment(server, buyer, orderId);
    const stranger = await server.signIn(localKey(accountIndex.firstConsumer + 1));
    expect((await server.ask({ method: 'GET', url: `/payments/${paymentId}`, as: stranger })).body.code).to.equal(
      'payment-unknown',
    );
    expect((await server.ask({ method: 'GET', url: `/payments/${paymentId}`, as: buyer })).status).to.equal(200);
    const url = `/orders/${orderId}/payment`;
    const foreign = await server.ask({
      method: 'POST',
      url,
      as: stranger,
      key: randomKey(),
      payload: { provider: 'test' },
    });
    expect(foreign.body.code).to.equal('order-unknown');
  });

  it('gives back in parts, never more than was paid, and puts the units on the shelf again', async () => {
    const shelf = async () => (await server.relay.db.select().from(stock).where(eq(stock.lotId, lotId)))[0]?.sold ?? 0;
    const before = await shelf();
    const { orderId, payment } = await pay(GOOD, 5);
    await untilOrder(server, buyer, orderId, 'Delivered');
    const give = (quantity: number, key = randomKey()) =>
      server.ask({ method: 'POST', url: `/orders/${orderId}/refund`, as: buyer, key, payload: { quantity } });
    const key = randomKey();
    const twice = await Promise.all([give(2, key), give(2, key)]);
    expect(twice.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(await shelf()).to.equal(before + 3);
    const kept = await readOrder(server, buyer, orderId);
    expect(kept).to.include({ state: 'Delivered', refundedQuantity: 2, sales: (UNIT_PRICE * 3n).toString() });
    expect((await give(4)).body).to.deep.include({ code: 'refund-too-much', values: { refundable: 3 } });
    const rest = await Promise.all([give(3), give(3)]);
    expect(rest.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(await shelf()).to.equal(before);
    await untilRefunded(orderId);
    const total = (await refundsOf(payment.paymentId)).reduce((sum, { amount }) => sum + amount, 0n);
    expect(total).to.equal(UNIT_PRICE * 5n);
    expect((await readOrder(server, buyer, orderId)).state).to.equal('Refunded');
    expect((await give(1)).body.code).to.equal('order-state');
  });

  it('believes a webhook only when its provider has signed these bytes, not long ago', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const { paymentId } = await startTestPayment(server, buyer, orderId);
    const event = succeeded(`forged_${orderId}`, (await paymentOf(paymentId))?.reference ?? '');
    const refused = [
      await webhook(event, { secret: 'wrong' }),
      await webhook(event, { time: Date.now() / 1000 - 600 }),
      await webhook(event, { body: `${JSON.stringify(event)} ` }),
      await server.ask({
        method: 'POST',
        url: '/webhooks/test',
        headers: { 'content-type': 'application/json' },
        payload: event,
      }),
    ];
    for (const { status, body } of refused) expect(`${status} ${body.code}`).to.equal('401 webhook-refused');
    expect((await readOrder(server, buyer, orderId)).state).to.equal('AwaitingPayment');
    const other = await server.ask({ method: 'POST', url: '/webhooks/stripe', payload: {} });
    expect(other.body.code).to.equal('provider-unavailable');
  });

  it('the provider asks for its key and knows its test cards', async () => {
    const payload = { amount: '1', expiresAt: 2_000_000_000 };
    const open = await server.ask({ method: 'POST', url: '/test-provider/payments', payload });
    expect(open.status).to.equal(401);
    const { orderId } = await placeTestOrder(server, buyer, lotId);
    const payment = await startTestPayment(server, buyer, orderId);
    const error = await giveTestCard(server, payment, '1111').catch((reason: Error) => reason.message);
    expect(error).to.include('not a test card');
  });
});
