import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { chainHead, chainTime } from '../../../relay/chain/chain-head.ts';
import { connectChain } from '../../../relay/chain/connect-chain.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { isSellableAt } from '../../../relay/chain/lot-sale.ts';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { chainEvents, chainExperiencers, chainLots, chainRecommenders } from '../../../relay/chain/tables.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { statementSummaries } from '../../../relay/statements/statement-summaries.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, govern } from '../../../scripts/local/govern.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 20, waitMs: 2_000 };

describe('chain follower', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  beforeEach(async () => {
    world = await openRelayWorld(2);
    relay = await openTestRelay(world);
  });
  afterEach(async () => {
    await relay.close();
    await world.close();
  });

  const lotCodes = async () => (await relay.db.select().from(chainLots)).map(({ lotCode }) => lotCode).sort();

  it('mirrors lots and people, in steps as well as at once, and nothing twice', async () => {
    const { lotId } = await offerTestLot(world, 'LOT-1', 0);
    await followChain(relay.chain, relay.db, 3n);
    const [lot] = await relay.db.select().from(chainLots);
    const producer = world.commune.actor(accountIndex.firstProducer).account.address.toLowerCase();
    expect(lot).to.include({
      lotId,
      lotCode: 'LOT-1',
      units: 1_000,
      startEpoch: 0,
      epochs: 1,
      closingEpoch: 4,
      producer,
    });
    expect(lot).to.include({
      concluded: false,
      covered: true,
      commodityRetired: false,
      gtin: 0n,
      feeBps: 1_500,
      ordinal: 1,
    });
    const { commodities } = world.commune.contracts;
    for (const epoch of [0, 1]) {
      await toEpoch(world.commune, epoch);
      await world.commune.connection.networkHelpers.mine();
      expect(lot !== undefined && isSellableAt(lot, epoch)).to.equal(await commodities.read.isSellable([lotId]));
    }
    expect(await relay.db.select().from(chainExperiencers)).to.have.length(2);
    expect(await relay.db.select().from(chainRecommenders)).to.have.length(1);
    const events = (await relay.db.select().from(chainEvents)).length;
    await followChain(relay.chain, relay.db);
    expect((await relay.db.select().from(chainEvents)).length).to.equal(events);
    const block = await relay.chain.client.getBlock();
    expect(await chainTime(relay.db)).to.equal(Number(block.timestamp));
    expect((await chainHead(relay.db))?.blockNumber).to.equal(block.number);
  });

  it('does not sell lots whose bond a court has taken because of another', async () => {
    const { commune } = world;
    const { commodities } = commune.contracts;
    const account = commune.actor(accountIndex.keeper).account;
    const { lotId: condemned, commodityId } = await offerTestLot(world, 'LOT-1', 0);
    const { lotId } = await offerTestLot(world, 'LOT-2', 0);
    await govern(commune, 'dispute', [callTo(commodities, 'appointDisputes', [account.address])]);
    await sent(commune, 'hold', commodities.write.holdBond([condemned], { account }));
    const sells = async () => {
      await followChain(relay.chain, relay.db);
      const [lot] = await relay.db.select().from(chainLots).where(eq(chainLots.lotId, lotId));
      const answer = lot !== undefined && isSellableAt(lot, 0);
      expect(answer).to.equal(await commodities.read.isSellable([lotId]));
      return answer;
    };
    expect(await sells()).to.equal(true);
    await sent(commune, 'condemn', commodities.write.condemn([condemned], { account }));
    await sent(commune, 'release', commodities.write.releaseBond([condemned], { account }));
    expect(await sells()).to.equal(false);
    const { pledged } = await commodities.read.commodityOf([commodityId]);
    const producer = { account: commune.actor(accountIndex.firstProducer).account };
    await sent(commune, 'bond', commodities.write.topUpBond([commodityId, pledged - 1n], producer));
    expect(await sells()).to.equal(false);
    await sent(commune, 'bond', commodities.write.topUpBond([commodityId, 1n], producer));
    expect(await sells()).to.equal(true);
  });

  it('forgets blocks that the chain has replaced, and posts again what was in them', async () => {
    const { commune } = world;
    const { networkHelpers } = commune.connection;
    const { lotId } = await offerTestLot(world, 'STAYS', 0);
    await runTick(relay, TICK);
    await settleReceipts(relay, [testReceipt(commune, 'one', { lotId })], await now(commune));
    await toEpoch(commune, 1);
    const snapshot = await networkHelpers.takeSnapshot();
    await offerTestLot(world, 'GOES', 1);
    await runTick(relay, TICK);
    expect(await lotCodes()).to.deep.equal(['GOES', 'STAYS']);
    const before = (await statementSummaries(relay)).find(({ epoch }) => epoch === 0);
    expect(before?.status).to.equal('posted');

    await snapshot.restore();
    await networkHelpers.mine();
    await offerTestLot(world, 'COMES', 1);
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    expect(await lotCodes()).to.deep.equal(['COMES', 'STAYS']);
    const after = (await statementSummaries(relay)).find(({ epoch }) => epoch === 0);
    expect(after).to.include({ status: 'posted', lotRoot: before?.lotRoot });
    const { settlement } = commune.contracts;
    expect((await settlement.read.statementOf([1, 0])).lotRoot).to.equal(after?.lotRoot);
    const sent = await relay.db.select().from(chainTransactions).where(eq(chainTransactions.purpose, 'statement/0'));
    expect(sent.map(({ state }) => state)).to.deep.equal(['mined']);
  });

  it('follows a chain that became shorter', async () => {
    const { networkHelpers } = world.commune.connection;
    const snapshot = await networkHelpers.takeSnapshot();
    await offerTestLot(world, 'GOES', 0);
    await networkHelpers.mine(20);
    await followChain(relay.chain, relay.db);
    await snapshot.restore();
    const { forgotten } = await followChain(relay.chain, relay.db);
    expect(Number(forgotten)).to.be.greaterThan(0);
    expect(await lotCodes()).to.deep.equal([]);
    const head = await relay.chain.client.getBlock();
    expect((await chainHead(relay.db))?.hash).to.equal(head.hash);
  });

  it('refuses a database that belongs to another deployment', async () => {
    await followChain(relay.chain, relay.db);
    const { genesis, epochLength, ...rest } = world.deployment;
    const contracts = { ...rest.contracts, settlement: rest.contracts.evaluations };
    const other = connectChain({ ...rest, ...relay.config, contracts, clock: { genesis, epochLength } });
    const error = await followChain(other, relay.db).catch((reason: Error) => reason);
    expect(error).to.be.instanceOf(Error).with.property('name', 'WrongChain');
  });
});
