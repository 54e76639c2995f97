import { expect } from 'chai';
import { type Assertion, all, byTime, expectFields, id4, sum } from './context.ts';

const STANDINGS = ['NEW', 'TRUSTED', 'MIXED', 'FLAGGED'];
const GTIN_DIGITS = 14;
const STANDING_LOTS = 4;

export const commodityKinds: Record<string, Assertion> = {
  async Commodity(context, rows) {
    const { commodities, settlement } = context.commune.contracts;
    expect(rows.length).to.equal(await commodities.read.commodityCount());
    for (const row of rows) {
      const commodity = await commodities.read.commodityOf([row.number]);
      const [carry, carrySinceOrdinal] = await settlement.read.carryOf([row.number]);
      const lots = all(context, 'Lot').filter((lot) => lot.commodity === row.id);
      const ended = (state: string) => lots.filter((lot) => lot.state === state).length;
      const { gtin, producer, feeBps, commissionBps, bond, pledged, retired, lastClosingEpoch } = commodity;
      expectFields('Commodity', row, {
        id: id4(row.number),
        producer,
        model: id4(commodity.modelId),
        gtin: gtin === 0n ? null : gtin.toString().padStart(GTIN_DIGITS, '0'),
        feeBps,
        commissionBps,
        bond,
        pledged,
        retired,
        lastClosingEpoch,
        lotCount: commodity.lots,
        standing: STANDINGS[await commodities.read.standingOf([row.number])],
        carry,
        carrySinceOrdinal,
        trustedLots: ended('TRUSTED'),
        flaggedLots: ended('FLAGGED'),
        unprovenLots: ended('UNPROVEN'),
        suspendedLots: ended('SUSPENDED'),
        openCases: commodity.cases,
        charged: sum(lots, 'charged'),
        sales: sum(lots, 'sales'),
        fees: sum(lots, 'fees'),
        orders: sum(lots, 'orders'),
      });
      expectRecord(row, lots);
    }
    const standings = new Set(rows.map(({ standing }) => standing));
    expect(standings.size, `standings: ${[...standings]}`).to.be.greaterThan(2);
    expect(
      rows.some(({ judgedLots, trustedLots }) => judgedLots.length === STANDING_LOTS && trustedLots > STANDING_LOTS),
    ).to.equal(true);
  },

  async CommodityChange(context, rows) {
    const { commodities } = context.commune.contracts;
    for (const { id, number } of all(context, 'Commodity')) {
      const commodity = await commodities.read.commodityOf([number]);
      const changes = rows.filter((row) => row.commodity === id).toSorted(byTime);
      const last = (field: string) => changes.findLast((change) => change[field] !== null)?.[field];
      expect(changes[0]?.kind).to.equal('LISTED');
      expect(last('bond')).to.equal(commodity.bond.toString());
      expect(last('feeBps')).to.equal(commodity.feeBps);
      expect(last('commissionBps')).to.equal(commodity.commissionBps);
      expect(changes.some(({ kind }) => kind === 'RETIRED')).to.equal(commodity.retired);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(4);
  },

  async CarryMovement(context, rows) {
    const { settlement } = context.commune.contracts;
    for (const { id, number } of all(context, 'Commodity')) {
      const [carry] = await settlement.read.carryOf([number]);
      const movements = rows.filter((row) => row.commodity === id).toSorted(byTime);
      let balance = 0n;
      for (const movement of movements) {
        balance += (movement.kind === 'ADDED' ? 1n : -1n) * BigInt(movement.amount);
        expect(movement.carry, movement.id).to.equal(balance.toString());
      }
      expect(balance, `carry of commodity ${number}`).to.equal(carry);
    }
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).to.deep.equal(['ADDED', 'DRAWN', 'EXPIRED']);
  },
};

/** The judged lots and the last proven one follow from the lots alone. */
function expectRecord(row: Parameters<typeof expectFields>[1], lots: Parameters<Assertion>[1]): void {
  const newest = lots.toSorted((a, b) => b.closingEpoch - a.closingEpoch || b.ordinal - a.ordinal);
  const judged = newest.filter(({ state }) => ['TRUSTED', 'FLAGGED', 'SUSPENDED'].includes(state));
  const proven = judged.find(({ state }) => state !== 'SUSPENDED');
  expect(row.judgedLots).to.have.members(judged.slice(0, STANDING_LOTS).map(({ id }) => id));
  expectFields('Commodity', row, {
    lastJudgedLot: judged[0]?.id ?? null,
    lastProvenLot: proven?.id ?? null,
    lastGradeBps: proven?.gradeBps ?? null,
    lastReports: proven?.reports ?? 0,
    lastEffectiveReports: proven?.effectiveReports ?? '0',
  });
}
