import { expect } from 'chai';
import { network } from 'hardhat';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { deployLocal } from '../../scripts/local/deploy-local.ts';
import { currentEpoch } from '../../scripts/local/time.ts';
import { lots as catalogue, presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import type { SeedLot } from '../../scripts/seed/catalogue/types.ts';
import { unclaimedLotId } from '../../scripts/seed/run-rounds.ts';
import { seed } from '../../scripts/seed/seed.ts';
import type { Lot, World } from '../../scripts/seed/world.ts';
import { LOT_STATES } from '../../scripts/start/lot-states.ts';
import { openPurchases } from '../../scripts/start/open-purchases.ts';
import { receiptOf } from '../../web/shared/receipts/receipt-file.ts';

const STANDINGS = ['New', 'Trusted', 'Mixed', 'Flagged'];
const REPORT_STATES = ['None', 'Committed', 'Revealed', 'Scored', 'Claimed'];
const FULL_POINTS = 10_000;
const STATES_OF_STORIES = {
  honest: 'Trusted',
  exaggerated: 'Trusted',
  criticalFailure: 'Flagged',
  colluded: 'Suspended',
} as const;

async function seeded(): Promise<World> {
  const override = { initialDate: '2026-01-05T00:00:00Z' };
  return seed(await deployLocal(await network.create({ network: 'default', override })));
}

describe('seed', function () {
  this.timeout(60_000);
  let world: World;

  before(async () => {
    world = await seeded();
  });

  const ofStage = (stage: SeedLot['stage']): Lot[] => world.lots.filter((lot) => lot.seed.stage === stage);
  const lotOf = ({ lotId }: Lot) => world.commune.contracts.commodities.read.lotOf([lotId]);
  const stateOf = async (lot: Lot) => LOT_STATES[(await lotOf(lot)).state];
  const isSellable = ({ lotId }: Lot) => world.commune.contracts.commodities.read.isSellable([lotId]);
  const reportStates = ({ lotId }: Lot) =>
    Promise.all(
      world.people.experiencers.map(async ({ id }) => {
        const { state } = await world.commune.contracts.evaluations.read.reportOf([lotId, id]);
        return REPORT_STATES[state];
      }),
    );

  it('leads up to the present epoch with all models, commodities and lots of the catalogue', async () => {
    const { models, commodities } = world.commune.contracts;
    expect(await currentEpoch(world.commune)).to.equal(presentEpoch);
    expect(await models.read.modelCount()).to.be.at.least(6);
    expect(await commodities.read.commodityCount()).to.be.at.least(8);
    expect(await commodities.read.lotCount())
      .to.equal(catalogue.length)
      .and.to.be.at.least(12);
  });

  it('proves finished lots by ten testers and grades them as their story says', async () => {
    for (const lot of ofStage('finished')) {
      const { story } = lot.seed;
      const { gradeBps } = await lotOf(lot);
      const { state, effectiveReports } = await world.commune.contracts.evaluations.read.roundOf([lot.lotId]);
      expect(state, 'final').to.equal(2);
      expect(lot.reports.length).to.be.at.least(10);
      expect(effectiveReports).to.be.at.least(700);
      expect(await stateOf(lot), lot.seed.lotCode).to.equal(STATES_OF_STORIES[story]);
      if (story === 'colluded') expect(gradeBps).to.equal(0);
      else if (story === 'honest') expect(gradeBps).to.be.above(0.8 * FULL_POINTS);
      else expect(gradeBps).to.be.within(1, 0.8 * FULL_POINTS);
      expect(await isSellable(lot)).to.equal(false);
    }
  });

  it('paid every report of the finished lots, except of the one that is left to the visitor', async () => {
    for (const lot of ofStage('finished')) {
      const states = new Set(await reportStates(lot));
      expect([...states]).to.deep.equal([lot.lotId === unclaimedLotId ? 'Scored' : 'Claimed']);
    }
    const { evaluations } = world.commune.contracts;
    const waiting = await Promise.all(
      world.people.experiencers.map(({ id }) => evaluations.read.rewardOf([unclaimedLotId, id])),
    );
    expect(waiting.some((reward) => reward > 0n)).to.equal(true);
  });

  it('has running lots in their reporting phase, with reports made and reports to make', async () => {
    const open = openPurchases(world);
    for (const lot of ofStage('running')) {
      expect(await stateOf(lot)).to.equal('Offered');
      expect(await isSellable(lot)).to.equal(false);
      expect(lot.closingEpoch).to.be.above(presentEpoch);
      const committed = (await reportStates(lot)).filter((state) => state === 'Committed');
      // Enough for a verdict, whatever the visitor does with the purchases that are left to him.
      expect(committed.length).to.be.within(9, world.people.experiencers.length - 1);
      expect(open.filter(({ lotId }) => lotId === lot.lotId)).not.to.be.empty;
    }
  });

  it('lets a visitor report on an open purchase', async () => {
    const { evaluations } = world.commune.contracts;
    const open = openPurchases(world).find(({ lotId }) => world.lots[lotId]?.seed.stage === 'running');
    if (open === undefined) throw new Error('no open purchase');
    const { receipt, proof, salt, address: account } = open;
    const secret = documentDigest('any 32 bytes');
    const commitment = await evaluations.read.hashReport([
      open.lotId,
      open.experiencerId,
      1n,
      open.evidenceDigest,
      secret,
    ]);
    // Throws when it would revert.
    await evaluations.simulate.commit([receipt, proof, salt, commitment], { account });
  });

  it('has the offered lots on sale now', async () => {
    expect(ofStage('offered')).not.to.be.empty;
    for (const lot of ofStage('offered')) expect(await isSellable(lot), lot.seed.lotCode).to.equal(true);
  });

  it('gives commodities the standing of their finished lots', async () => {
    for (const { commodityId, seed: commodity } of world.commodities) {
      const finished = ofStage('finished').filter(({ seed: lot }) => lot.commodity === commodity.key);
      const isBad = finished.some(({ seed: lot }) => STATES_OF_STORIES[lot.story] !== 'Trusted');
      const expected = finished.length === 0 ? 'New' : isBad ? 'Flagged' : 'Trusted';
      const standing = await world.commune.contracts.commodities.read.standingOf([commodityId]);
      expect(STANDINGS[standing], commodity.key).to.equal(expected);
    }
    expect(ofStage('finished').filter(({ seed: lot }) => lot.commodity === 'riceLongGrain').length).to.equal(2);
  });

  it('settles every past epoch in one statement and opens all leaves that can be opened', async () => {
    const { platformId, contracts } = world.commune;
    const { settlement } = contracts;
    expect([...world.statements.keys()]).to.deep.equal(Array.from({ length: presentEpoch }, (_, epoch) => epoch));
    for (const [epoch, { receipts }] of world.statements) {
      const { totals } = await settlement.read.statementOf([platformId, epoch]);
      expect(totals >> 216n).to.equal(BigInt(receipts.length));
      for (const { lotId } of receipts) {
        const isOpened = await settlement.read.isLotOpened([platformId, epoch, lotId]);
        expect(isOpened).to.equal(epoch <= presentEpoch - 2);
      }
    }
  });

  it('publishes the documents behind all digests, reports only once they are revealed', async () => {
    const { models } = world.commune.contracts;
    const { blocks } = world.documents;
    for (const { modelId, document } of world.models) {
      const block = blocks.get(cidFromDigest(await models.read.documentOf([modelId, 1])));
      expect(block).to.deep.equal(canonicalJson(document));
      expect(document.authors[0]).to.match(/^eip155:31337:0x[0-9a-fA-F]{40}$/);
    }
    for (const lot of world.lots) {
      for (const { draft } of lot.reports) {
        const isPublic = blocks.has(cidFromDigest(draft.evidenceDigest));
        expect(isPublic).to.equal(lot.seed.stage === 'finished');
      }
    }
  });

  it('writes into a report the values that are on chain, as means of its readings', () => {
    const reports = ofStage('finished').flatMap((lot) => lot.reports);
    for (const { draft, document, sale } of reports) {
      const { parameters } = sale.lot.commodity.model.document;
      for (const [i, { code, value, readings }] of document.results.entries()) {
        const { decimals, method } = parameters[i] as (typeof parameters)[number];
        const scaled = (text: string) => Math.round(Number(text) * 10 ** decimals);
        expect(code).to.equal(parameters[i]?.code);
        expect(scaled(value)).to.equal(draft.values[i]);
        expect(readings.length).to.equal(method.replicates);
        expect(readings.reduce((sum, reading) => sum + scaled(reading), 0)).to.equal(scaled(value) * readings.length);
      }
    }
  });

  it('has a second platform that can be caught: one order left out, two receipts for another', async () => {
    const { platforms, settlement } = world.commune.contracts;
    const { account } = world.commune.actor(accountIndex.keeper);
    const { leftOut, twice } = world.cheatedReceipts ?? expect.fail('nothing was cheated');
    const value = await platforms.read.casePledge();
    const args = [receiptOf(leftOut), leftOut.signature] as const;
    await platforms.simulate.challengeReceipt(args, { account: account.address, value });
    const [first, second] = twice;
    const both = [receiptOf(first), first.signature, receiptOf(second), second.signature] as const;
    await platforms.simulate.slashEquivocation(both, { account: account.address });
    expect(await settlement.read.postedAtOf([world.cornerMarketId, leftOut.receipt.epoch])).to.be.greaterThan(0);
    for (const { receipt, digest } of [leftOut, ...twice]) {
      expect(receipt.platformId).to.equal(world.cornerMarketId);
      expect(await settlement.read.receiptDigest([receiptOf({ receipt })])).to.equal(digest);
    }
  });

  it('gives the same history again', async () => {
    const again = await seeded();
    const roots = ({ statements }: World) => [...statements.values()].map(({ trees }) => trees.lotRoot);
    expect(roots(again)).to.deep.equal(roots(world));
    expect([...again.documents.blocks.keys()]).to.deep.equal([...world.documents.blocks.keys()]);
  });
});
