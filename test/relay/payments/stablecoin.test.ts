import { expect } from 'chai';
import { desc, eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import type { Payment } from '../../../relay/api/payments.ts';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { orders } from '../../../relay/orders/tables.ts';
import { receiveTypes } from '../../../relay/payments/stablecoin/erc3009.ts';
import { refunds } from '../../../relay/payments/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { now, toTime } from '../../../scripts/local/time.ts';
import {
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

const FUNDS = 1_000_000_000n;

describe('payments by stablecoin', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let lotId: number;
  let next = accountIndex.firstConsumer;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    lotId = await stockTestLot(world, server, { units: 1_000 });
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const asset = () => world.commune.contracts.asset;
  const balanceOf = (address: Hex) => asset().read.balanceOf([address]);
  const operator = () => world.commune.actor(accountIndex.platform).account.address;

  /** A buyer of his own with an order that waits for his signature. */
  async function waiting(quantity = 1, funds = FUNDS) {
    const account = localKey(next++);
    if (funds > 0n) {
      const { account: payer } = world.commune.actor(accountIndex.deployer);
      await sent(world.commune, 'drip', asset().write.drip([account.address, funds], { account: payer }));
    }
    const as = await server.signIn(account);
    const { orderId } = await placeTestOrder(server, as, lotId, { quantity });
    const payment = await startTestPayment(server, as, orderId, 'stablecoin');
    return { account, as, orderId, payment };
  }

  function sign(account: PrivateKeyAccount, { action }: Payment, changes: { value?: bigint } = {}): Promise<Hex> {
    if (action?.kind !== 'stablecoin-authorization') throw new Error('not a stablecoin payment');
    const { domain, from, to, value, validAfter, validBefore, nonce } = action;
    const times = { validAfter: BigInt(validAfter), validBefore: BigInt(validBefore) };
    const message = { from, to, value: BigInt(value), nonce, ...times, ...changes };
    return account.signTypedData({ domain, types: receiveTypes, primaryType: 'ReceiveWithAuthorization', message });
  }

  const authorize = (as: string, { paymentId }: Payment, signature: Hex) =>
    server.ask<Payment>({ method: 'POST', url: `/payments/${paymentId}/authorization`, as, payload: { signature } });
  const refusal = async (as: string, payment: Payment, signature: Hex) => {
    const { status, body } = await authorize(as, payment, signature);
    return `${status} ${(body as unknown as { code: string }).code}`;
  };

  it('takes the signed amount once it is mined, and sends it back in parts', async () => {
    const { account, as, orderId, payment } = await waiting(4);
    const before = await balanceOf(operator());
    const signature = await sign(account, payment);
    const answers = await Promise.all([authorize(as, payment, signature), authorize(as, payment, signature)]);
    expect(answers.map(({ status, body }) => [status, body.status])).to.deep.equal(Array(2).fill([202, 'pending']));
    expect((await readOrder(server, as, orderId)).state).to.equal('AwaitingPayment');
    await untilOrder(server, as, orderId, 'Delivered');
    expect(await balanceOf(operator())).to.equal(before + UNIT_PRICE * 4n);
    expect(await balanceOf(account.address)).to.equal(FUNDS - UNIT_PRICE * 4n);

    const refund = {
      method: 'POST',
      url: `/orders/${orderId}/refund`,
      as,
      key: randomKey(),
      payload: { quantity: 1 },
    } as const;
    await server.ask(refund);
    await server.tick();
    await server.tick();
    expect(await balanceOf(account.address)).to.equal(FUNDS - UNIT_PRICE * 3n);
    expect((await readOrder(server, as, orderId)).payment).to.include({ status: 'succeeded' });
    const [sentBack] = await server.relay.db.select().from(refunds).where(eq(refunds.paymentId, payment.paymentId));
    expect(sentBack).to.include({ status: 'succeeded', amount: UNIT_PRICE });
  });

  it('accepts the signature of the buyer for exactly this payment', async () => {
    const { account, as, orderId, payment } = await waiting();
    expect(await refusal(as, payment, await sign(account, payment, { value: 1n }))).to.equal(
      '422 authorization-invalid',
    );
    const stranger = localKey(accountIndex.firstConsumer + 40);
    expect(await refusal(as, payment, await sign(stranger, payment))).to.equal('422 authorization-invalid');
    const other = await server.signIn(stranger);
    expect(await refusal(other, payment, await sign(account, payment))).to.equal('404 payment-unknown');
    expect((await readOrder(server, as, orderId)).state).to.equal('AwaitingPayment');
  });

  it('says so when the account holds too little', async () => {
    const { account, as, payment } = await waiting(1, 0n);
    expect(await refusal(as, payment, await sign(account, payment))).to.equal('409 balance-too-low');
  });

  it('fails when the money is gone before the transaction is mined, and the buyer may pay otherwise', async () => {
    const { account, as, orderId, payment } = await waiting(1, UNIT_PRICE);
    await authorize(as, payment, await sign(account, payment));
    const { account: sender } = world.commune.actor(next - 1);
    await sent(world.commune, 'spend', asset().write.transfer([operator(), UNIT_PRICE], { account: sender }));
    await server.tick();
    await server.tick();
    const order = await readOrder(server, as, orderId);
    expect(order).to.nested.include({ state: 'AwaitingPayment', 'payment.status': 'failed' });
    expect(order.payment?.failure).to.include('ERC20InsufficientBalance');
    expect((await startTestPayment(server, as, orderId, 'test')).status).to.equal('pending');
  });

  it('gives money back that is mined after the order has ended', async () => {
    const { account, as, orderId, payment } = await waiting();
    await authorize(as, payment, await sign(account, payment));
    await server.ask({ method: 'POST', url: `/orders/${orderId}/cancel`, as });
    for (let i = 0; i < 4; i++) await server.tick();
    expect(await readOrder(server, as, orderId)).to.nested.include({
      state: 'Cancelled',
      'payment.status': 'refunded',
    });
    expect(await balanceOf(account.address)).to.equal(FUNDS);
  });

  it('keeps the goods while a signed transfer is on its way', async () => {
    const { account, as, orderId, payment } = await waiting();
    const soon = new Date(Date.now() + 1_000);
    await server.relay.db.update(orders).set({ reservedUntil: soon }).where(eq(orders.orderId, orderId));
    await authorize(as, payment, await sign(account, payment));
    const { reservedUntil } = await readOrder(server, as, orderId);
    expect(reservedUntil).to.be.greaterThan(Date.now() / 1000 + 600);
    // Another way to pay is refused as long as this one runs.
    const url = `/orders/${orderId}/payment`;
    const { body } = await server.ask({ method: 'POST', url, as, key: randomKey(), payload: { provider: 'test' } });
    expect(body.code).to.equal('payment-running');
    await untilOrder(server, as, orderId, 'Delivered');
  });

  it('sends nothing after the authorization has run out', async () => {
    const { account, as, payment } = await waiting();
    const signature = await sign(account, payment);
    await toTime(world.commune, (await now(world.commune)) + 3_600);
    await world.commune.connection.networkHelpers.mine();
    await server.tick();
    expect(await refusal(as, payment, signature)).to.equal('409 authorization-expired');
    const [latest] = await server.relay.db
      .select()
      .from(chainTransactions)
      .orderBy(desc(chainTransactions.id))
      .limit(1);
    expect(latest?.purpose).to.not.equal(`payment/${payment.paymentId}`);
  });
});
