import { expect } from 'chai';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { depositOf } from '../../../protocol/settlement/deposit-of.ts';
import { lotShares } from '../../../protocol/settlement/lot-shares.ts';
import { unpackSums } from '../../../protocol/settlement/sums.ts';
import { type Assertion, all, type Context, expectFields, id4, numbersIn, one, sum } from './context.ts';

/** Every receipt that was ever settled. */
function receipts({ world, crowd }: Context) {
  const settled = [...world.statements.values(), ...crowd.statements.map((statement) => statement.settled)];
  return settled.flatMap((statement) => statement.receipts);
}

function openOf(context: Context, kind: string, id: string): number {
  return all(context, kind).filter(({ statement, state }) => statement === id && state === 'OPEN').length;
}

export const settlementKinds: Record<string, Assertion> = {
  async Statement(context, rows) {
    const { settlement } = context.commune.contracts;
    // And that of the seeded history's platform that cheats.
    expect(rows.length).to.equal(context.world.statements.size + context.crowd.statements.length + 1);
    for (const row of rows) {
      const [platform = 0, epoch = 0] = numbersIn(row.id);
      const statement = await settlement.read.statementOf([platform, epoch]);
      const { sales, fees, commissions, count } = unpackSums(statement.totals);
      const { expertBps, experiencerBps, remaining, lotRoot, recommenderRoot, lotDepth, recommenderDepth } = statement;
      expectFields('Statement', row, {
        ...{ expertBps, experiencerBps, remaining, lotRoot, recommenderRoot, lotDepth, recommenderDepth },
        ...{ sales, fees, commissions },
        platform: id4(platform),
        epoch: id4(epoch),
        orders: count,
        timestamp: BigInt(statement.postedAt),
        opensAt: BigInt(await settlement.read.opensAt([platform, epoch])),
        dataCid: cidFromDigest(row.dataDigest),
        openChallenges: openOf(context, 'ReceiptChallenge', row.id),
        openDemands: openOf(context, 'Demand', row.id),
      });
      // The commune's rate is not kept by the contract; the history knew two.
      const deposits = [60, 70].map(
        (communeBps) => depositOf({ sales, fees, commissions }, { expertBps, experiencerBps, communeBps }).total,
      );
      expect(deposits, row.id).to.include(BigInt(row.deposit));
    }
    expect(rows.some(({ swept }) => swept)).to.equal(true);
    expect(new Set(rows.map(({ expertBps }) => expertBps)).size, 'shares changed').to.equal(2);
  },

  async LotOpening(context, rows) {
    const { settlement } = context.commune.contracts;
    const opened = new Map(rows.map((row) => [`${row.statement}/${row.lot}`, row]));
    expect(opened.size).to.equal(rows.length);
    for (const { platformId, epoch, lotId } of receipts(context)) {
      const row = opened.get(`${id4(platformId, epoch)}/${id4(lotId)}`);
      expect(row !== undefined).to.equal(await settlement.read.isLotOpened([platformId, epoch, lotId]));
    }
    for (const row of rows) {
      const { expertBps, experiencerBps } = one(context, 'Statement', row.statement);
      const fees = BigInt(row.fees);
      const { expert, pot } = lotShares(fees, { expertBps, experiencerBps, communeBps: 0 });
      expectFields('LotOpening', row, { expertShare: expert, potShare: pot });
      const same = receipts(context).filter(
        ({ platformId, epoch, lotId }) => id4(platformId, epoch) === row.statement && id4(lotId) === row.lot,
      );
      expect(row.fees).to.equal(same.reduce((total, { fee }) => total + fee, 0n).toString());
      expect(row.orders).to.equal(same.length.toString());
    }
    expect(rows.map(({ late }) => late)).to.include.members([true, false]);
  },

  async NomineeOpening(context, rows) {
    const { settlement } = context.commune.contracts;
    const opened = new Set(rows.map(({ statement, nomination }) => `${statement}/${nomination}`));
    expect(opened.size).to.equal(rows.length);
    for (const { platformId, epoch, lotId, nomineeId } of receipts(context)) {
      if (nomineeId === 0) continue;
      const isOpened = await settlement.read.isNomineeOpened([platformId, epoch, lotId, nomineeId]);
      expect(opened.has(`${id4(platformId, epoch)}/${id4(lotId, nomineeId)}`)).to.equal(isOpened);
    }
  },

  async RecommenderOpening(context, rows) {
    const { settlement } = context.commune.contracts;
    const opened = new Set(rows.map(({ statement, recommenderNumber }) => `${statement}/${recommenderNumber}`));
    expect(opened.size).to.equal(rows.length);
    for (const { platformId, epoch, recommenderId } of receipts(context)) {
      const isOpened = await settlement.read.isRecommenderOpened([platformId, epoch, recommenderId]);
      expect(opened.has(`${id4(platformId, epoch)}/${recommenderId}`)).to.equal(isOpened);
    }
    const nobodys = rows.filter(({ recommenderNumber }) => recommenderNumber === 0);
    expect(nobodys.length).to.be.greaterThan(0);
    expect(nobodys.every(({ recommender, payout }) => recommender === null && payout === null)).to.equal(true);
  },

  async Nomination(context, rows) {
    const { settlement, power } = context.commune.contracts;
    const registered = await power.read.registered();
    for (const row of rows) {
      const [lot = 0, nominee = 0] = numbersIn(row.id);
      const openings = all(context, 'NomineeOpening').filter(({ nomination }) => nomination === row.id);
      expectFields('Nomination', row, {
        lot: id4(lot),
        nomineeNumber: BigInt(nominee),
        experiencer: nominee <= registered ? id4(nominee) : null,
        fees: await settlement.read.nominatedOf([lot, nominee]),
        orders: sum(openings, 'orders'),
      });
    }
    expect(
      rows.some(({ experiencer }) => experiencer === null),
      "nobody's number",
    ).to.equal(true);
  },
};
