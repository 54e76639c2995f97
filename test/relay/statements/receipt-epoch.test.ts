import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { receipts } from '../../../relay/receipts/tables.ts';
import { buildStatement } from '../../../relay/statements/build-statement.ts';
import { receiptEpoch } from '../../../relay/statements/receipt-epoch.ts';
import { statementsJob } from '../../../relay/statements/statements-job.ts';
import { statements } from '../../../relay/statements/tables.ts';
import { EPOCH, openRelayWorld, openTestRelay, type RelayWorld, testReceipt } from '../../support/relay-world.ts';

describe('epoch of a receipt', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  const at = (epoch: number, part = 0.5) => Math.floor(world.deployment.genesis + (epoch + part) * EPOCH);
  const epochFor = (completedAt: number, now: number) =>
    relay.db.transaction((tx) => receiptEpoch(tx, relay.chain.clock, completedAt, now));
  const stageOf = async (epoch: number) =>
    (await relay.db.select().from(statements).where(eq(statements.epoch, epoch)))[0]?.stage;

  before(async () => {
    world = await openRelayWorld(0);
  });
  beforeEach(async () => {
    relay = await openTestRelay(world);
  });
  afterEach(() => relay.close());
  after(() => world.close());

  it('is the one in which the order was completed as long as its statement takes orders', async () => {
    expect(await epochFor(at(5), at(5))).to.equal(5);
    expect(await epochFor(at(5, 0.99), at(6, 0.01))).to.equal(5);
  });

  it('is the next one once the books are closed', async () => {
    await statementsJob(relay, 0).run(at(6, 0.01));
    expect(await stageOf(5)).to.equal('empty');
    expect(await epochFor(at(5, 0.99), at(6, 0.02))).to.equal(6);
  });

  it('is never older than what can still be posted', async () => {
    expect(await epochFor(at(2), at(6))).to.equal(5);
  });

  it('goes forward, not backward, when the chain falls back behind an end of epoch', async () => {
    await statementsJob(relay, 0).run(at(6, 0.01));
    expect(await epochFor(at(5, 0.9), at(5, 0.95))).to.equal(6);
  });

  it('keeps the books open until every receipt that is on its way is in them', async () => {
    const receipt = testReceipt(world.commune, 'on its way', { epoch: 5 });
    let closing: Promise<number> | undefined;
    let isClosed = false;
    // The row is there before: it is the lock that is waited for, not the row.
    await epochFor(at(5), at(5));
    await relay.db.transaction(async (tx) => {
      const epoch = await receiptEpoch(tx, relay.chain.clock, at(5, 0.99), at(6, 0.01));
      closing = statementsJob(relay, 0)
        .run(at(6, 0.01))
        .catch(() => 0)
        .finally(() => {
          isClosed = true;
        });
      await sleep(200);
      expect(isClosed, 'waits for the receipt').to.equal(false);
      const buyer = relay.chain.operator.address;
      const row = { ...receipt, epoch, digest: receipt.orderId, signature: '0x', buyer } as const;
      await tx.insert(receipts).values(row);
    });
    await closing;
    expect((await relay.db.select().from(statements).where(eq(statements.epoch, 5)))[0]).to.include({
      stage: 'built',
      orders: 1,
      sales: receipt.sales,
    });
  });

  it('waits a while after the end of the epoch if it is told to', async () => {
    await epochFor(at(5), at(5));
    await statementsJob(relay, 3_600).run(at(6, 0) + 3_599);
    expect(await stageOf(5)).to.equal('collecting');
    await statementsJob(relay, 3_600).run(at(6, 0) + 3_600);
    expect(await stageOf(5)).to.equal('empty');
  });

  it('gives the same statement however often it is built', async () => {
    const buyer = relay.chain.operator.address;
    const rows = Array.from({ length: 20 }, (_, i) => {
      const receipt = testReceipt(world.commune, `order ${i}`, { epoch: 5, lotId: i % 3, nomineeId: i % 4 });
      return { ...receipt, digest: receipt.orderId, signature: '0x' as const, buyer };
    });
    await relay.db.insert(receipts).values(rows);
    await relay.db.insert(statements).values({ epoch: 5, stage: 'building' });
    await buildStatement(relay, 5);
    const [first] = await relay.db.select().from(statements);
    await buildStatement(relay, 5);
    const [second] = await relay.db.select().from(statements);
    expect({ ...second, changedAt: null }).to.deep.equal({ ...first, changedAt: null });
  });
});
