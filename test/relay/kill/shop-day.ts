import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type pg from 'pg';
import { type Hex, toHex } from 'viem';
import { buyerCommitment } from '../../../protocol/settlement/buyer-commitment.ts';
import type { Order } from '../../../relay/api/orders.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { fund } from '../../../scripts/local/deploy-local.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import { offerTestLot, type RelayWorld } from '../../support/relay-world.ts';
import type { RelayProcess } from './relay-process.ts';
import { ShopClient } from './shop-client.ts';

const UNIT_PRICE = 7_000_001n;
const THREE_DAYS = 3 * 24 * 60 * 60;
const RICH = 10n ** 12n;

/** What has to become of an order, whenever the process dies. */
export interface Expected {
  orderId: Hex;
  state: Order['state'];
  kept: number;
}

export interface ShopDay {
  epoch: number;
  lotId: number;
  expected: Expected[];
  buyer: ShopClient;
}

/**
 * One epoch of a shop: six orders that end in every possible way, settled, and the statement in the next epoch. Nothing in here knows when
 * the relay dies.
 *
 * @param beforeStatement runs when the epoch is over and nothing of it is posted
 */
export async function playShopDay(
  world: RelayWorld,
  relay: RelayProcess,
  database: pg.Pool,
  beforeStatement: () => Promise<void> = async () => {},
): Promise<ShopDay> {
  const { commune } = world;
  const epoch = await currentEpoch(commune);
  const lot = await offerTestLot(world, `DAY-${epoch}`, epoch);
  const producer = new ShopClient(relay, localKey(accountIndex.firstProducer), commune.chainId);
  const buyer = new ShopClient(relay, localKey(accountIndex.firstConsumer), commune.chainId);
  await fund(commune, commune.actor(accountIndex.firstConsumer), RICH);
  await producer.tick();
  await producer.signIn();
  await buyer.signIn();
  await producer.send('PUT', `/catalogue/${lot.lotId}/price`, { unitPrice: `${UNIT_PRICE}` });

  const order = (quantity: number) => {
    const nonce = toHex(randomBytes(32));
    const commitment = buyerCommitment(localKey(accountIndex.firstConsumer).address, nonce);
    const request = { lotId: lot.lotId, quantity, nomineeId: 1, unitPrice: `${UNIT_PRICE}` };
    return buyer.order({ ...request, buyerCommitment: commitment, commitmentNonce: nonce });
  };
  const [kept, returned, declined, abandoned, onChain, partly] = [
    await order(3),
    await order(2),
    await order(1),
    await order(4),
    await order(5),
    await order(6),
  ];
  const pay = async ({ orderId }: Order, provider: 'test' | 'stablecoin', card?: string) =>
    buyer.complete(await buyer.pay(orderId, provider), card);
  await pay(kept, 'test', '4242424242424242');
  await pay(returned, 'test', '4000000000000101');
  await pay(declined, 'test', '4000000000000002');
  await pay(onChain, 'stablecoin');
  await pay(partly, 'stablecoin');
  await buyer.tick();
  await until(buyer, async () => (await buyer.find(declined.orderId)).payment?.status === 'failed');
  await buyer.send('POST', `/orders/${declined.orderId}/cancel`);
  await database.query(`update orders set reserved_until = now() - interval '1 second' where order_id = $1`, [
    abandoned.orderId,
  ]);
  const paid = [kept, returned, onChain, partly];
  await until(buyer, async () => {
    const states = await Promise.all(paid.map(async ({ orderId }) => (await buyer.find(orderId)).state));
    return states.every((state) => state === 'Delivered');
  });
  await giveBack(buyer, returned, 2);
  await giveBack(buyer, partly, 1);
  await until(buyer, async () => {
    // A process that died while it asked for a refund keeps its claim for two minutes: they are over.
    await database.query(`update refunds set next_attempt_at = now() where status = 'requested'`);
    const { rows } = await database.query(`select count(*)::integer as open from refunds where status <> 'succeeded'`);
    return rows[0].open === 0;
  });

  await toTime(commune, (await now(commune)) + THREE_DAYS);
  await buyer.tick();
  await toEpoch(commune, epoch + 1);
  await beforeStatement();
  await buyer.tick();
  return {
    epoch,
    lotId: lot.lotId,
    buyer,
    expected: [
      { orderId: kept.orderId, state: 'Settled', kept: 3 },
      { orderId: returned.orderId, state: 'Refunded', kept: 0 },
      { orderId: declined.orderId, state: 'Cancelled', kept: 1 },
      { orderId: abandoned.orderId, state: 'Expired', kept: 4 },
      { orderId: onChain.orderId, state: 'Settled', kept: 5 },
      { orderId: partly.orderId, state: 'Settled', kept: 5 },
    ],
  };
}

/** Once, as the key says, whatever happens on the way. */
async function giveBack(buyer: ShopClient, { orderId }: Order, quantity: number): Promise<void> {
  const headers = { 'idempotency-key': toHex(randomBytes(16)) };
  const { status, body } = await buyer.send('POST', `/orders/${orderId}/refund`, { quantity, reason: '' }, headers);
  expect(status, JSON.stringify(body)).to.equal(200);
}

async function until(buyer: ShopClient, condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await buyer.tick();
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('what should happen does not');
}
