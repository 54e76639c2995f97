import { expect } from 'chai';
import { verifyTypedData } from 'viem';
import { commissionOf } from '../../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../../protocol/settlement/fee-of.ts';
import { receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import type { Order } from '../../../relay/api/orders.ts';
import type { SignedReceipt } from '../../../relay/api/receipts.ts';
import { orders } from '../../../relay/orders/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { now, toTime } from '../../../scripts/local/time.ts';
import {
  giveTestCard,
  openTestServer,
  orderRequest,
  placeTestOrder,
  readOrder,
  startTestPayment,
  stockTestLot,
  type TestServer,
  UNIT_PRICE,
  untilOrder,
} from '../../support/relay-server.ts';
import { COMMISSION_BPS, FEE_BPS, openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const DELIVERY = { recipient: 'Ada Lovelace', address: '12 St James’s Square', country: 'GB' };

describe('a purchase', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let buyer: string;
  let lotId: number;

  before(async () => {
    world = await openRelayWorld(1);
    server = await openTestServer(world);
    lotId = await stockTestLot(world, server);
    buyer = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  it('goes from order to signed receipt, and takes what is personal out of the database', async () => {
    const placed = await placeTestOrder(server, buyer, lotId, { quantity: 3, nomineeId: 1, delivery: DELIVERY });
    expect(placed).to.include({
      state: 'Created',
      sales: (UNIT_PRICE * 3n).toString(),
      refundedQuantity: 0,
      nomineeId: 1,
    });
    expect(JSON.stringify(placed)).to.not.include('Lovelace');
    const payment = await startTestPayment(server, buyer, placed.orderId);
    expect((await readOrder(server, buyer, placed.orderId)).state).to.equal('AwaitingPayment');
    await giveTestCard(server, payment, '4242 4242 4242 4242');
    const delivered = await untilOrder(server, buyer, placed.orderId, 'Delivered');
    expect(delivered.payment).to.include({ provider: 'test', status: 'succeeded' });
    expect(delivered.reservedUntil).to.equal(null);
    expect(delivered.returnableUntil).to.be.greaterThan(await now(world.commune));

    await toTime(world.commune, (delivered.returnableUntil ?? 0) + 60);
    await world.commune.connection.networkHelpers.mine();
    const settled = await untilOrder(server, buyer, placed.orderId, 'Settled');
    expect(settled.history.map(({ state }) => state)).to.deep.equal([
      'Created',
      'AwaitingPayment',
      'Paid',
      'Shipped',
      'Delivered',
      'Settled',
    ]);
    const sales = UNIT_PRICE * 3n;
    expect(settled.receipt?.receipt).to.deep.equal({
      platformId: world.commune.platformId,
      epoch: 0,
      orderId: placed.orderId,
      lotId,
      quantity: 3,
      sales: sales.toString(),
      fee: feeOf(sales, FEE_BPS).toString(),
      commission: commissionOf(sales, COMMISSION_BPS, 0).toString(),
      recommenderId: 0,
      nomineeId: 1,
      buyerCommitment: placed.buyerCommitment,
    });
    expect(settled.statement).to.include({ epoch: 0, status: 'planned' });
    await checkSignature(settled.receipt as SignedReceipt);
    const rows = await server.relay.db.select().from(orders);
    expect(rows.map(({ delivery }) => delivery)).to.deep.equal([null]);
  });

  it('shows a receipt to the buyer and to nobody else', async () => {
    const own = await server.ask<{ receipts: SignedReceipt[] }>({
      method: 'GET',
      url: '/receipts?role=buyer',
      as: buyer,
    });
    expect(own.body.receipts).to.have.length(1);
    const stranger = await server.signIn(localKey(accountIndex.firstConsumer + 1));
    for (const role of ['buyer', 'recommender']) {
      const other = await server.ask<{ receipts: unknown[] }>({
        method: 'GET',
        url: `/receipts?role=${role}`,
        as: stranger,
      });
      expect(other.body.receipts).to.deep.equal([]);
    }
    const [receipt] = own.body.receipts;
    const url = `/orders/${receipt?.receipt.orderId}`;
    expect(await server.ask({ method: 'GET', url, as: stranger })).to.nested.include({
      status: 404,
      'body.code': 'order-unknown',
    });
    expect(await server.ask({ method: 'GET', url })).to.nested.include({
      status: 401,
      'body.code': 'session-required',
    });
  });

  it('refuses what cannot be sold, in words', async () => {
    const refused = async (changes: Parameters<typeof orderRequest>[1], lot = lotId) => {
      const payload = orderRequest(lot, changes);
      const { status, body } = await server.ask({
        method: 'POST',
        url: '/orders',
        as: buyer,
        key: crypto.randomUUID(),
        payload,
      });
      return `${status} ${body.code}`;
    };
    expect(await refused({ nomineeId: 4_000_000_000 })).to.equal('422 nominee-unknown');
    expect(await refused({ unitPrice: '1' })).to.equal('409 price-changed');
    expect(await refused({ quantity: 101 })).to.equal('409 stock-exhausted');
    expect(await refused({ quantity: 0 })).to.equal('400 validation-failed');
    expect(await refused({}, 4_000_000_000)).to.equal('404 lot-unknown');
    const unpriced = await stockTestLot(world, server, { price: 0n });
    expect(await refused({}, unpriced)).to.equal('409 lot-without-price');
    const later = await stockTestLot(world, server, { startEpoch: 1 });
    expect(await refused({}, later)).to.equal('409 lot-not-sellable');
    const { buyerCommitment } = await placeTestOrder(server, buyer, lotId);
    expect(await refused({ buyerCommitment })).to.equal('409 commitment-reused');
  });

  it('lets nobody but the operator fulfil', async () => {
    const { orderId } = await placeTestOrder(server, buyer, lotId, { delivery: DELIVERY });
    const ship = { method: 'POST', url: `/admin/orders/${orderId}/ship`, payload: { tracking: 'T-1' } } as const;
    expect((await server.ask({ ...ship, as: buyer })).body.code).to.equal('operator-only');
    const operator = await server.signIn(localKey(accountIndex.platform));
    expect((await server.ask({ ...ship, as: operator })).body.code).to.equal('order-state');
    const list = { method: 'GET', url: '/admin/orders?state=Created&limit=1' } as const;
    expect((await server.ask({ ...list, as: buyer })).status).to.equal(403);
    const { body } = await server.ask<{ orders: (Order & { delivery: unknown })[] }>({ ...list, as: operator });
    expect(body.orders.map(({ delivery }) => delivery)).to.deep.equal([DELIVERY]);
  });

  async function checkSignature({ receipt, signature }: SignedReceipt): Promise<void> {
    const { sales, fee, commission, ...rest } = receipt;
    const valid = await verifyTypedData({
      address: world.commune.actor(accountIndex.platformSigner).account.address,
      domain: receiptDomain(world.commune.chainId, world.commune.contracts.settlement.address),
      types: receiptTypes,
      primaryType: 'Receipt',
      message: { ...rest, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) },
      signature,
    });
    expect(valid).to.equal(true);
  }
});
