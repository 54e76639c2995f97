import { expect } from 'chai';
import type { Catalogue } from '../../../relay/api/catalogue.ts';
import type { Health } from '../../../relay/api/health.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, govern } from '../../../scripts/local/govern.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { currentEpoch, toEpoch } from '../../../scripts/local/time.ts';
import {
  openTestServer,
  orderRequest,
  placeTestOrder,
  randomKey,
  stockTestLot,
  type TestServer,
} from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const BOND = 100_000_000_000n;
const LEAVING = 95_000_000_000n;

describe('a platform that could not settle', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let server: TestServer;
  let as: string;
  let lotId: number;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    as = await server.signIn();
    lotId = await stockTestLot(world, server, { epochs: 8 });
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const follow = () => followChain(server.relay.chain, server.relay.db);

  /** What an order, a payment, the catalogue and health say. */
  async function told() {
    await follow();
    const payload = orderRequest(lotId);
    const { status, body } = await server.ask({ method: 'POST', url: '/orders', as, key: randomKey(), payload });
    const catalogue = await server.ask<Catalogue>({ url: '/catalogue' });
    const health = await server.ask<Health>({ url: '/health' });
    return {
      order: status === 201 ? 'taken' : body.code,
      catalogue: catalogue.body.closed?.code ?? null,
      health: health.body.problems.map(({ code }) => code),
    };
  }

  const all = (code: string) => ({ order: code, catalogue: code, health: [code] });
  const open = { order: 'taken', catalogue: null, health: [] };

  it('takes orders while all is well', async () => {
    expect(await told()).to.deep.equal(open);
  });

  it('takes more orders at once than it has connections to its database', async () => {
    const buyers = Array.from({ length: 24 }, (_, i) => localKey(accountIndex.firstConsumer + 1 + i));
    const sessions = await Promise.all(buyers.map((buyer) => server.signIn(buyer)));
    // A new block: nothing of what the register says is known yet.
    await world.commune.connection.networkHelpers.mine();
    await follow();
    const taken = await Promise.all(sessions.map((session) => placeTestOrder(server, session, lotId)));
    expect(taken).to.have.length(buyers.length);
  });

  it('takes no orders and no money while it is suspended', async () => {
    const { orderId } = await placeTestOrder(server, as, lotId);
    await govern(world.commune, 'suspend', [callTo(world.commune.contracts.platforms, 'suspend', [1])]);
    expect(await told()).to.deep.equal(all('platform-suspended'));
    const url = `/orders/${orderId}/payment`;
    const payload = { provider: 'test' };
    const { status, body } = await server.ask({ method: 'POST', url, as, key: randomKey(), payload });
    expect([status, body.code]).to.deep.equal([409, 'platform-suspended']);
    expect(body.title).to.equal(
      'This platform is suspended and takes no orders now. Orders completed up to epoch 0 are settled, ' +
        'later ones once the suspension has ended.',
    );

    await govern(world.commune, 'resume', [callTo(world.commune.contracts.platforms, 'resume', [1])]);
    expect(await told()).to.deep.equal(open);
  });

  it('takes no orders for which its bond will have left', async () => {
    const { commune } = world;
    const { platforms } = commune.contracts;
    const { account } = commune.actor(accountIndex.platform);
    await sent(commune, 'leave', platforms.write.requestWithdrawal([1, LEAVING], { account }));
    // It leaves twelve epochs later: orders of now are covered until then.
    expect(await told()).to.deep.equal(open);
    await toEpoch(commune, (await currentEpoch(commune)) + 3);
    expect(await told()).to.deep.equal(all('platform-bond-too-low'));
    await sent(commune, 'stay', platforms.write.requestWithdrawal([1, 0n], { account }));
    expect(await told()).to.deep.equal(open);
  });

  it('counts a higher bond from when governance has announced it for the statement', async () => {
    const { commune } = world;
    await govern(commune, 'setMinBond', [callTo(commune.contracts.platforms, 'setMinBond', [BOND + 1n])]);
    expect(await told()).to.deep.equal(open);
    await toEpoch(commune, (await currentEpoch(commune)) + 3);
    expect(await told()).to.deep.equal(all('platform-bond-too-low'));
  });

  it('has an operator that the register knows', async () => {
    const { commune } = world;
    const { platforms } = commune.contracts;
    const to = commune.actor(accountIndex.firstConsumer).account;
    const { account } = commune.actor(accountIndex.platform);
    await sent(commune, 'hand over', platforms.write.offerOperator([1, to.address], { account }));
    await sent(commune, 'hand over', platforms.write.acceptOperator([1], { account: to }));
    expect(await told()).to.deep.equal(all('platform-operator-differs'));
  });

  it('has been admitted', async () => {
    const stranger = await openTestServer({ ...world, deployment: { ...world.deployment, platformId: 7 } });
    const { body } = await stranger.ask<Catalogue>({ url: '/catalogue' });
    expect(body.closed?.code).to.equal('platform-not-admitted');
    await stranger.close();
  });
});
