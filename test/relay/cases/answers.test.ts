import { expect } from 'chai';
import { like } from 'drizzle-orm';
import type { Hex } from 'viem';
import { type Leaf, leafOfLot, leafOfNominee, leafOfRecommender } from '../../../protocol/platforms/leaf.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { buildApp } from '../../../relay/server/app.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import {
  challenge,
  countEvents,
  demand,
  demandCase,
  readSigned,
  receiptCase,
  signByHand,
} from '../../support/cases.ts';
import {
  EPOCH,
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 30, waitMs: 5_000 };
const STATEMENT = { platformId: 1, epoch: 0 };

describe('cases against the platform', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  /** Of lots 0 and 2 only; of nominees 1 and 3 on lot 0; of recommenders 0 and 2 only. */
  let settled: Receipt[];

  before(async () => {
    world = await openRelayWorld(3);
    const { commune } = world;
    const { recommenders } = commune.contracts;
    const { account } = commune.actor(accountIndex.firstRecommender + 1);
    await sent(commune, 'set-up', recommenders.write.register([account.address], { account }));
    // Without a keeper nothing is opened before it is demanded.
    relay = await openTestRelay(world, { RELAY_KEEPER_KEY: '' });
    for (const code of ['A', 'B', 'C']) await offerTestLot(world, code, 0);
    await runTick(relay, TICK);
    const given = [
      { lotId: 0, nomineeId: 1, recommenderId: 0 },
      { lotId: 0, nomineeId: 3, recommenderId: 2 },
      { lotId: 2, nomineeId: 0, recommenderId: 2 },
    ].map((fields, i) => testReceipt(commune, `order ${i}`, fields));
    settled = await settleReceipts(relay, given, await now(commune));
    await toEpoch(commune, 1);
    await tick();
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  async function tick() {
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  const problemCodes = async () => (await standingProblems(relay)).map(({ code }) => code);
  const answers = () =>
    relay.db
      .select()
      .from(chainTransactions)
      .where(like(chainTransactions.purpose, 'answer/%'))
      .orderBy(chainTransactions.id);

  it('answers a challenge of a receipt at once, from both trees', async () => {
    const { commune } = world;
    const [first] = settled as [Receipt];
    const { platforms } = commune.contracts;
    await challenge(commune, await readSigned(relay.db, first.orderId));
    expect(await receiptCase(commune, first)).to.equal('Open');
    expect((await tick()).answers).to.equal(1);
    expect(await receiptCase(commune, first)).to.equal('Answered');
    expect((await platforms.read.platformOf([1])).openCases).to.equal(0);
    const [answer] = await answers();
    expect(answer).to.include({ sender: 'operator', state: 'mined', urgent: true });
    expect(await problemCodes()).to.deep.equal([]);
  });

  it('says in metrics what stands behind its word and who waits', async () => {
    const { commune } = world;
    const [, second] = settled as [Receipt, Receipt];
    await challenge(commune, await readSigned(relay.db, second.orderId));
    await followChain(relay.chain, relay.db);
    const app = await buildApp(relay);
    const { body } = await app.inject({ url: '/metrics' });
    await app.close();
    expect(body).to.match(/^relay_platform_bond\{what="cover"\} 100000000000$/m);
    expect(body).to.match(/^relay_open_cases\{what="open"\} 1$/m);
    expect(body).to.match(new RegExp(`^relay_case_deadline_seconds ${EPOCH / 2}$`, 'm'));
    await tick();
    expect(await receiptCase(commune, second)).to.equal('Answered');
  });

  const demanded: [string, Leaf, string][] = [
    ['a lot leaf: opens it', leafOfLot(STATEMENT, 0), 'open,close'],
    ['a lot that nobody bought: shows the empty place', leafOfLot(STATEMENT, 1), 'absent'],
    ['a nominee leaf: opens it', leafOfNominee(STATEMENT, 0, 1), 'open,close'],
    ['a nominee whom nobody named: shows the empty place', leafOfNominee(STATEMENT, 0, 2), 'absent'],
    ["a nominee beyond the lot's tree: shows how small it is", leafOfNominee(STATEMENT, 0, 9), 'absent'],
    ['a recommender leaf: opens it', leafOfRecommender(STATEMENT, 2), 'open,close'],
    ['the leaf of orders that nobody recommended: opens it', leafOfRecommender(STATEMENT, 0), 'open,close'],
    ['a recommender who brought nobody: shows the empty place', leafOfRecommender(STATEMENT, 1), 'absent'],
  ];
  for (const [name, leaf, steps] of demanded) {
    it(`answers a demand for ${name}`, async () => {
      const { commune } = world;
      await toTime(commune, Math.max(await now(commune), await opensAt()));
      const before = (await answers()).length;
      await demand(commune, leaf);
      await tick();
      expect(await demandCase(commune, leaf)).to.equal('Answered');
      const sentNow = (await answers()).slice(before);
      expect(sentNow.map(({ purpose }) => purpose.split('/')[1]).join()).to.equal(steps);
      expect(sentNow.every(({ state }) => state === 'mined')).to.equal(true);
    });
  }

  async function opensAt(): Promise<number> {
    return Number(await world.commune.contracts.settlement.read.opensAt([1, 0]));
  }

  it('fetches the pledges that it has won when they are worth it', async () => {
    const { commune } = world;
    const { PledgesCollected = 0, DemandAnswered = 0 } = await countEvents(commune, 'demands');
    expect(PledgesCollected).to.be.greaterThan(0).and.lessThan(DemandAnswered);
  });

  it('escalates when a quarter of the window is left', async () => {
    const { commune } = world;
    const [, , third] = settled as [Receipt, Receipt, Receipt];
    await challenge(commune, await readSigned(relay.db, third.orderId));
    const opened = await now(commune);
    await followChain(relay.chain, relay.db);
    expect(await problemCodes()).to.deep.equal([]);
    await toTime(commune, opened + (EPOCH / 2) * 0.8);
    await followChain(relay.chain, relay.db);
    expect(await problemCodes()).to.deep.equal(['case-urgent']);
    await tick();
    expect(await receiptCase(commune, third)).to.equal('Answered');
    expect(await problemCodes()).to.deep.equal([]);
  });

  describe('that it cannot answer', () => {
    let leftOut: { receipt: Receipt; signature: Hex };

    before(async () => {
      const receipt = testReceipt(world.commune, 'left out', { lotId: 0, nomineeId: 1 });
      leftOut = { receipt, signature: await signByHand(world.commune, receipt) };
    });

    it('are named in the log and in health, and nothing is sent for them', async () => {
      const before = (await answers()).length;
      await challenge(world.commune, leftOut);
      expect((await tick()).answers).to.equal(0);
      expect((await tick()).answers).to.equal(0);
      expect((await answers()).length).to.equal(before);
      const [problem] = await standingProblems(relay);
      expect(problem?.code).to.equal('case-unanswerable');
      expect(problem?.detail).to.match(/: not-in-statement$/);
    });

    it('are settled by a watcher when they are overdue', async () => {
      const { commune } = world;
      const { platforms } = commune.contracts;
      const { bond } = await platforms.read.platformOf([1]);
      await toTime(commune, (await now(commune)) + EPOCH / 2 + 1);
      await tick();
      expect(await problemCodes()).to.deep.equal(['case-lost']);
      await tickOfWatcher();
      expect(await receiptCase(commune, leftOut.receipt)).to.equal('Slashed');
      const after = await platforms.read.platformOf([1]);
      expect(after.openCases).to.equal(0);
      expect(after.bond < bond).to.equal(true);
      expect(await problemCodes()).to.deep.equal([]);
    });

    it("pass the audit fund's and the commune's part on, although no statement was posted since", async () => {
      const { commune } = world;
      const { platforms, settlement, asset } = commune.contracts;
      const epoch = await settlement.read.currentEpoch();
      const fromReceipt = await settlement.read.communeAccrued([epoch]);
      expect(fromReceipt > 0n).to.equal(true);
      expect((await platforms.read.platformOf([1])).auditAccrued).to.equal(0n);
      expect(await countEvents(commune, 'platforms')).to.include({ AuditCollected: 1 });

      const recipient = await settlement.read.commune();
      await toEpoch(commune, epoch + 1);
      const before = await asset.read.balanceOf([recipient]);
      await tickOfWatcher();
      expect(await settlement.read.communeAccrued([epoch])).to.equal(0n);
      expect((await asset.read.balanceOf([recipient])) - before >= fromReceipt).to.equal(true);
      await tickOfWatcher();
      expect(await countEvents(commune, 'settlement')).to.include({ CommuneCollected: 2 });
    });

    async function tickOfWatcher() {
      const watcher = await openTestRelay(world, {
        RELAY_WATCH: 'true',
        RELAY_DATABASE_URL: relay.config.databaseUrl,
        RELAY_DATA_DIR: relay.config.dataDir,
      });
      await runTick(watcher, TICK);
      await watcher.close();
    }
  });
});
