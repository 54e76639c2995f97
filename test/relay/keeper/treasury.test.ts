import { expect } from 'chai';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
/** A tenth of its fee is no whole unit: rounding leaves one in the statement. */
const SALES = 100_000_007n;

describe('keeper of what belongs to nobody', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  before(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  async function tickAt(epoch: number) {
    await toEpoch(world.commune, epoch);
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  it('expires the carry that four later lots did not draw', async () => {
    const { settlement, asset } = world.commune.contracts;
    const { lotId } = await offerTestLot(world, 'FIRST', 0);
    await runTick(relay, TICK);
    await settleReceipts(
      relay,
      [testReceipt(world.commune, 'order', { lotId, sales: SALES })],
      await now(world.commune),
    );
    for (const epoch of [1, 2, 3, 4, 5, 6]) expect((await tickAt(epoch))['keeper-carry']).to.equal(0);
    const [carried] = await settlement.read.carryOf([world.commodityId]);
    expect(Number(carried)).to.be.greaterThan(0);

    for (const code of ['A', 'B', 'C', 'D']) await offerTestLot(world, code, 6);
    for (const epoch of [7, 10, 11]) expect((await tickAt(epoch))['keeper-carry']).to.equal(0);
    const auditFund = await settlement.read.auditFund();
    const before = await asset.read.balanceOf([auditFund]);
    expect(await tickAt(12)).to.include({ 'keeper-carry': 1, 'keeper-audit-fund': 1 });
    expect((await settlement.read.carryOf([world.commodityId]))[0]).to.equal(0n);
    expect((await asset.read.balanceOf([auditFund])) - before).to.equal(carried);
    expect(await settlement.read.auditFundAccrued()).to.equal(0n);
  });

  it('sweeps what rounding left in a statement a year later, once', async () => {
    const { settlement } = world.commune.contracts;
    expect((await settlement.read.statementOf([1, 0])).remaining).to.equal(1n);
    expect((await tickAt(51))['keeper-sweep-statement']).to.equal(0);
    expect((await tickAt(52))['keeper-sweep-statement']).to.equal(1);
    expect((await settlement.read.statementOf([1, 0])).remaining).to.equal(0n);
    expect((await tickAt(53))['keeper-sweep-statement']).to.equal(0);
  });
});
