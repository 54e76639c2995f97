import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import type { Order } from '../../../relay/api/orders.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { statementSummaries } from '../../../relay/statements/statement-summaries.ts';
import { statements } from '../../../relay/statements/tables.ts';
import { callTo, govern } from '../../../scripts/local/govern.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import {
  giveTestCard,
  openTestServer,
  orderRequest,
  placeTestOrder,
  randomKey,
  readOrder,
  startTestPayment,
  stockTestLot,
  type TestServer,
  untilOrder,
} from '../../support/relay-server.ts';
import { EPOCH, openRelayWorld, type RelayWorld, settleReceipts, testReceipt } from '../../support/relay-world.ts';

const CARD = '4242 4242 4242 4242';

describe('a platform that is suspended in the middle of an epoch', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let server: TestServer;
  let as: string;
  let lotId: number;
  let early: Order;
  let late: Order;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    as = await server.signIn();
    lotId = await stockTestLot(world, server, { epochs: 8 });
    // Goods can be given back for two days: of one order until the epoch's last hours, of the other into the next epoch.
    await toTime(world.commune, world.deployment.genesis + Math.floor(0.68 * EPOCH));
    early = await buy();
    await toTime(world.commune, world.deployment.genesis + Math.floor(0.78 * EPOCH));
    late = await buy();
    await govern(world.commune, 'suspend', [callTo(world.commune.contracts.platforms, 'suspend', [1])]);
    expect(await currentEpoch(world.commune)).to.equal(0);
    expect(await now(world.commune)).to.be.lessThan(early.returnableUntil ?? 0);
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  async function buy(): Promise<Order> {
    await followChain(server.relay.chain, server.relay.db);
    const { orderId } = await placeTestOrder(server, as, lotId);
    await giveTestCard(server, await startTestPayment(server, as, orderId), CARD);
    return untilOrder(server, as, orderId, 'Delivered');
  }

  /** Moves the chain on and lets everything run. */
  async function at(epoch: number, half = false) {
    await toEpoch(world.commune, epoch, half);
    await world.commune.connection.networkHelpers.mine();
    await server.tick();
  }

  const stateOf = async ({ orderId }: Order) => (await readOrder(server, as, orderId)).state;

  /** Transactions that were ever planned to post a statement. */
  const attempts = (epoch: number) =>
    server.relay.db
      .select()
      .from(chainTransactions)
      .where(eq(chainTransactions.purpose, `statement/${epoch}`));

  async function posted() {
    const all = await statementSummaries(server.relay);
    return all.filter(({ transactionHash }) => transactionHash !== null).map(({ epoch, orders }) => [epoch, orders]);
  }

  it('takes no new orders', async () => {
    await server.tick();
    const payload = orderRequest(lotId);
    const { status, body } = await server.ask({ method: 'POST', url: '/orders', as, key: randomKey(), payload });
    expect([status, body.code]).to.deep.equal([409, 'platform-suspended']);
  });

  it('posts the statement of that epoch, with what was completed in it', async () => {
    await at(1);
    expect(await stateOf(early)).to.equal('Settled');
    expect(await posted()).to.deep.equal([[0, 1]]);
  });

  it('keeps what is completed later without a receipt, and posts nothing for the next epoch', async () => {
    await at(1, true);
    expect(await now(world.commune)).to.be.greaterThan(late.returnableUntil ?? 0);
    expect(await stateOf(late)).to.equal('Delivered');
    // Even one that was settled into it, as by a relay that had not heard of the suspension.
    const { relay } = server;
    const [receipt] = await settleReceipts(
      relay,
      [testReceipt(world.commune, 'unaware', { lotId })],
      await now(world.commune),
    );
    expect(receipt?.epoch).to.equal(1);
    await at(2, true);
    const [row] = await relay.db.select().from(statements).where(eq(statements.epoch, 1));
    expect(row).to.include({ stage: 'built', orders: 1 });
    expect(await attempts(1)).to.deep.equal([]);
    expect(await stateOf(late)).to.equal('Delivered');
    expect(await posted()).to.deep.equal([[0, 1]]);
  });

  it('settles the rest as soon as it is resumed', async () => {
    await govern(world.commune, 'resume', [callTo(world.commune.contracts.platforms, 'resume', [1])]);
    await server.tick();
    expect(await stateOf(late)).to.equal('Settled');
    expect(await posted()).to.deep.equal([
      [1, 1],
      [0, 1],
    ]);
    await at(3);
    expect(await posted()).to.deep.equal([
      [2, 1],
      [1, 1],
      [0, 1],
    ]);
  });
});
