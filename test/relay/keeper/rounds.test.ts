import { expect } from 'chai';
import { keccak256, stringToHex } from 'viem';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { treesOf } from '../../../relay/proofs/statement-trees.ts';
import { statementSummaries } from '../../../relay/statements/statement-summaries.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type OfferedLot, unsealLot } from '../../../scripts/local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../../../scripts/local/report.ts';
import { ROUND_STATES } from '../../../scripts/local/run-round.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  reporterReceipt,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
const REPORTERS = 10;
const CLOSING = 4;

describe('keeper', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  let proven: OfferedLot;
  let sealed: OfferedLot;
  let lonely: OfferedLot;
  let receipts: Receipt[];
  const reporters = (lot: OfferedLot) => (lot === lonely ? 2 : REPORTERS);

  before(async () => {
    world = await openRelayWorld(REPORTERS);
    relay = await openTestRelay(world);
    proven = await offerTestLot(world, 'PROVEN', 0);
    sealed = await offerTestLot(world, 'SEALED', 0);
    lonely = await offerTestLot(world, 'LONELY', 0);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  async function tick() {
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    expect(ticked?.pending).to.equal(false);
    return ticked?.done ?? {};
  }

  function draft(lotId: number, i: number): DraftReport {
    const [values, evidenceDigest] = [[1_000 + i, 500 + i], keccak256(stringToHex(`evidence ${i}`))];
    return { lotId, experiencerId: i + 1, values, evidenceDigest, salt: localSalt('report', lotId, i) };
  }

  async function eachReport(act: (lot: OfferedLot, i: number) => Promise<void>) {
    for (const lot of [proven, sealed, lonely]) {
      for (let i = 0; i < reporters(lot); i++) await act(lot, i);
    }
  }

  const stateOf = async ({ lotId }: OfferedLot) => {
    const { state } = await world.commune.contracts.evaluations.read.roundOf([lotId]);
    return ROUND_STATES[state];
  };

  it('posts the statement that the reports rest on', async () => {
    const { commune } = world;
    await tick();
    const purchases = [proven, sealed, lonely].flatMap((lot) =>
      Array.from({ length: reporters(lot) }, (_, i) => reporterReceipt(commune, lot.lotId, i)),
    );
    // A recommender whom nobody has registered cannot be paid; that must not hold up the others.
    const stray = testReceipt(commune, 'stray', { lotId: proven.lotId, recommenderId: 99 });
    receipts = await settleReceipts(relay, [...purchases, stray], await now(commune));
    await toEpoch(commune, 1);
    await tick();
    const trees = await treesOf(relay).get(0);
    await eachReport(async (lot, i) => {
      const receipt = receipts.find(({ orderId }) => orderId === reporterReceipt(commune, lot.lotId, i).orderId);
      if (receipt === undefined) throw new Error('no receipt');
      const purchase = { receipt, salt: localSalt('buyer', lot.lotId, i), settled: { epoch: 0, receipts, trees } };
      const author = commune.actor(accountIndex.firstExperiencer + i);
      await commitReport(commune, author, draft(lot.lotId, i), purchase);
    });
  });

  it('opens every leaf that can be opened and leaves the one that cannot', async () => {
    await toEpoch(world.commune, 3);
    const done = await tick();
    const summary = (await statementSummaries(relay)).find(({ epoch }) => epoch === 0);
    // Three lots, 10 + 10 + 2 nominees, recommender 1; recommender 99 waits.
    expect(summary).to.include({ leaves: 27, openedLeaves: 26, status: 'posted' });
    expect(done['keeper-open']).to.equal(26);
  });

  it('proposes the medians in the second half of the closing epoch', async () => {
    const { commune } = world;
    await toEpoch(commune, CLOSING);
    await eachReport((lot, i) =>
      revealReport(commune, commune.actor(accountIndex.firstExperiencer + i), draft(lot.lotId, i)),
    );
    await unsealLot(commune, commune.actor(accountIndex.firstProducer), proven);
    await unsealLot(commune, commune.actor(accountIndex.firstProducer), lonely);
    expect((await tick())['keeper-tally']).to.equal(0);
    await toEpoch(commune, CLOSING, true);
    expect((await tick())['keeper-tally']).to.equal(1);
    expect(await stateOf(proven)).to.equal('Tallied');
  });

  it('finalises, scores and closes each round in its time', async () => {
    await toEpoch(world.commune, CLOSING + 1);
    const done = await tick();
    expect(done['keeper-finalize']).to.equal(3);
    expect(done['keeper-score']).to.equal(1);
    expect(await Promise.all([proven, sealed, lonely].map(stateOf))).to.deep.equal(['Final', 'Voided', 'Unproven']);
    await toEpoch(world.commune, CLOSING + 2);
    expect(await tick()).to.include({ 'keeper-close': 3, 'keeper-register-round': 1 });
  });

  it('registers the one round that mines in the only epoch in which it can be', async () => {
    const { emission } = world.commune.contracts;
    const { epoch, shares } = await emission.read.miningOf([proven.lotId]);
    expect(epoch).to.equal(CLOSING + 1);
    expect(await emission.read.sharesOf([CLOSING + 1])).to.equal(shares);
    for (const { lotId } of [sealed, lonely]) expect((await emission.read.miningOf([lotId])).epoch).to.equal(0);
  });

  it('pays reporters who do not come, and carries what is left, an epoch later', async () => {
    const { commune } = world;
    expect((await tick())['keeper-claim']).to.equal(0);
    const { evaluations } = commune.contracts;
    await evaluations.write.claim([proven.lotId, 1], { account: commune.actor(accountIndex.firstExperiencer).account });
    await toEpoch(commune, CLOSING + 3);
    const done = await tick();
    expect(done['keeper-claim']).to.equal(21);
    for (const lot of [proven, sealed, lonely]) {
      for (let id = 1; id <= reporters(lot); id++) {
        expect((await evaluations.read.reportOf([lot.lotId, id])).state).to.equal(4);
      }
      const { prize, paid } = await evaluations.read.roundOf([lot.lotId]);
      expect(paid).to.equal(prize);
    }
    expect(await tick()).to.satisfy((nothing: Record<string, number>) =>
      Object.entries(nothing).every(([job, count]) => job === 'chain' || count === 0),
    );
  });

  it('mines for winners who do not come, another epoch later', async () => {
    const { commune } = world;
    const { emission, token } = commune.contracts;
    const ids = Array.from({ length: REPORTERS }, (_, i) => i + 1);
    const mined = await Promise.all(ids.map((id) => emission.read.minedBy([proven.lotId, id])));
    const winners = ids.filter((id) => (mined[id - 1] ?? 0n) > 0n);
    expect(winners.length).to.be.greaterThan(2);
    const [first = 0] = winners;
    await emission.write.claim([proven.lotId, first], { account: commune.actor(accountIndex.keeper).account });
    expect((await tick())['keeper-claim-mined']).to.equal(0);
    await toEpoch(commune, CLOSING + 4);
    expect((await tick())['keeper-claim-mined']).to.equal(winners.length - 1);
    for (const id of ids) {
      const { address } = commune.actor(accountIndex.firstExperiencer + id - 1).account;
      expect(await token.read.balanceOf([address])).to.equal(mined[id - 1]);
    }
    expect((await tick())['keeper-claim-mined']).to.equal(0);
  });

  it("collects the commune's share for its recipient", async () => {
    const { asset, rewards, settlement } = world.commune.contracts;
    expect(await settlement.read.communeAccrued([1])).to.equal(0n);
    const sales = receipts.reduce((sum, receipt) => sum + receipt.sales, 0n);
    expect(await asset.read.balanceOf([rewards.address])).to.equal((sales * 60n + 9_999n) / 10_000n);
  });
});
