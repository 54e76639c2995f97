import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';
import type { Hex } from 'viem';
import { type Leaf, leafOfNominee, leafOfRecommender } from '../../../protocol/platforms/leaf.ts';
import type { SignedReceipt } from '../../../relay/api/receipts.ts';
import { root } from '../../../scripts/checks/tool.ts';
import { toEpoch } from '../../../scripts/local/time.ts';
import { challenge, countEvents, demand, demandCase, receiptCase } from '../../support/cases.ts';
import { freePort } from '../../support/free-port.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';
import { RelayProcess } from './relay-process.ts';
import { playShopDay, type ShopDay } from './shop-day.ts';

const PATIENCE_MS = 60_000;
/** Between proof and plan, plan and signature, signature and sending, sending and mining, mining and booking. */
const STEPS = [['answer.proven', 'answer.planned'], ['outbox.signed', 'outbox.sent'], ['outbox.mined']];

describe('relay that is killed while it answers', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: RelayProcess;
  let database: pg.Pool;
  let day: ShopDay;
  let receipts: ReturnType<typeof toReceipt>[];

  before(async () => {
    world = await openRelayWorld(1);
    relay = await RelayProcess.create(world);
    database = new pg.Pool({ connectionString: relay.databaseUrl });
    await relay.start();
    day = await playShopDay(world, relay, database);
    const settled = day.expected.filter(({ state }) => state === 'Settled');
    const orders = await Promise.all(settled.map(({ orderId }) => day.buyer.find(orderId)));
    receipts = orders.map(({ receipt }) => toReceipt(receipt));
    await relay.stop();
  });
  afterEach(() => relay.stop());
  after(async () => {
    await relay.close();
    await database.end();
    await world.close();
  });

  async function until(state: () => Promise<string | undefined>): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
      if ((await state()) === 'Answered') return;
    }
    throw new Error(`the case is still ${await state()}`);
  }

  /** Every answer was sent once, and its transaction is booked as mined. */
  async function checkAnswers(purposes: readonly string[]): Promise<void> {
    await day.buyer.tick();
    const { rows } = await database.query<{ purpose: string; state: string }>(
      `select purpose, state from chain_transactions where purpose like 'answer/%' order by id`,
    );
    expect(rows.map(({ purpose }) => purpose.split('/')[1])).to.deep.equal(purposes);
    expect(rows.every(({ state }) => state === 'mined')).to.equal(true);
  }

  const done: string[] = [];

  STEPS.forEach((failpoints, i) => {
    it(`answers a challenge once when it dies at ${failpoints.join(', then ')}`, async () => {
      const { commune } = world;
      const { ReceiptAnswered = 0 } = await countEvents(commune, 'platforms');
      const signed = receipts[i];
      if (signed === undefined) throw new Error('three orders are settled a day');
      await challenge(commune, signed);
      const before = relay.deaths;
      await relay.start(failpoints);
      await until(() => receiptCase(commune, signed.receipt));
      done.push('receipt');
      await checkAnswers(done);
      expect(relay.deaths - before).to.equal(failpoints.length);
      expect((await countEvents(commune, 'platforms')).ReceiptAnswered).to.equal(ReceiptAnswered + 1);
    });
  });

  const leaves: [name: string, leaf: () => Leaf, steps: string[]][] = [
    ['that exists', () => leafOfRecommender({ platformId: 1, epoch: day.epoch }, 0), ['open', 'close']],
    ['that does not', () => leafOfNominee({ platformId: 1, epoch: day.epoch }, day.lotId, 2), ['absent']],
    ['that does not', () => leafOfNominee({ platformId: 1, epoch: day.epoch }, day.lotId, 3), ['absent']],
  ];
  leaves.forEach(([name, leafOf, steps], i) => {
    const failpoints = STEPS[i] ?? [];
    it(`answers a demand for a leaf ${name} once when it dies at ${failpoints.join(', then ')}`, async () => {
      const { commune } = world;
      if (i === 0) await openLeaves();
      const leaf = leafOf();
      await demand(commune, leaf);
      const before = relay.deaths;
      await relay.start(failpoints);
      await until(() => demandCase(commune, leaf));
      done.push(...steps);
      await checkAnswers(done);
      expect(relay.deaths - before).to.equal(failpoints.length);
      expect((await countEvents(commune, 'demands')).DemandAnswered).to.equal(i + 1);
    });
  });

  /** The keeper opens what pays somebody, so that it is not on its way while the relay dies. */
  async function openLeaves() {
    await toEpoch(world.commune, day.epoch + 2);
    await world.commune.connection.networkHelpers.time.increase(60);
    await relay.start();
    await day.buyer.tick();
    await relay.stop();
  }

  it('answers once beside another relay on the same database', async () => {
    const { commune } = world;
    const other = new RelayProcess(world, relay.databaseUrl, await freePort());
    const leaf = leafOfNominee({ platformId: 1, epoch: day.epoch }, day.lotId, 4);
    await relay.start(['answer.planned']);
    await other.start(['outbox.sent']);
    await demand(commune, leaf);
    await until(() => demandCase(commune, leaf));
    await other.close();
    done.push('absent');
    await checkAnswers(done);
    expect((await countEvents(commune, 'demands')).DemandAnswered).to.equal(leaves.length + 1);
  });

  it('was killed at every step of an answer', () => {
    const files = globSync('relay/**/*.ts', { cwd: root });
    const found = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/failpoint\('(answer\.[\w-]+)'\)/g)].map(([, name]) => name),
    );
    expect(STEPS.flat()).to.include.members(found);
  });
});

function toReceipt(signed: SignedReceipt | null) {
  if (signed === null) throw new Error('the order has no receipt');
  const { sales, fee, commission, ...rest } = signed.receipt;
  const receipt = { ...rest, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
  return { receipt, signature: signed.signature as Hex };
}
