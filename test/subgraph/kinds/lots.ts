import { expect } from 'chai';
import { unpackValues } from '../../../protocol/experience/unpack-values.ts';
import { lotGrade } from '../../../protocol/grade/lot-grade.ts';
import { type Assertion, all, expectFields, id4, one, sum, textOf } from './context.ts';

const STATES = ['NONE', 'OFFERED', 'TRUSTED', 'FLAGGED', 'UNPROVEN', 'SUSPENDED'];
const DIRECTIONS = { TWO_SIDED: 'twoSided', AT_LEAST: 'atLeast', AT_MOST: 'atMost' } as const;
const FARTHEST = 0xffffn;
const SUSPENDED = 5;
/** States of rounds. */
const [FINAL, VOIDED] = [2, 4] as const;

export const lotKinds: Record<string, Assertion> = {
  async Lot(context, rows) {
    const { commodities, settlement, evaluations } = context.commune.contracts;
    expect(rows.length).to.equal(await commodities.read.lotCount());
    for (const row of rows) {
      const lot = await commodities.read.lotOf([row.number]);
      const terms = await commodities.read.termsOf([row.number]);
      const round = await evaluations.read.roundOf([row.number]);
      const openings = all(context, 'LotOpening').filter((opening) => opening.lot === row.id);
      const { startEpoch, epochs, feeBps, commissionBps, ordinal, sealCharge, sealedClaims, unsealed } = lot;
      const isProven = round.state === FINAL;
      const own = all(context, 'Case').filter((one) => one.lot === row.id);
      const isCondemned =
        own.some(({ kind, ruling, state }) => kind === 'LISTING' && ruling === 2 && state === 'CLOSED') ||
        (round.overturned && lot.state === SUSPENDED);
      const charges = own.reduce((total, { charged }) => total + BigInt(charged), 0n);
      expectFields('Lot', row, {
        id: id4(row.number),
        ...{ startEpoch, epochs, feeBps, commissionBps, ordinal, sealCharge, sealedClaims, unsealed },
        commodity: id4(lot.commodityId),
        model: id4(terms.modelId),
        revision: `${id4(terms.modelId)}${lot.revision.toString(16).padStart(4, '0')}`,
        producer: terms.producer,
        lotCode: textOf(await commodities.read.lotCodeOf([row.number])),
        units: BigInt(lot.units),
        saleEndEpoch: startEpoch + epochs,
        closingEpoch: terms.closingEpoch,
        state: STATES[lot.state],
        evaluations: lot.evaluations,
        gradeBps: isProven ? lot.gradeBps : null,
        reports: round.state < FINAL ? 0 : round.revealed,
        effectiveReports: isProven ? BigInt(round.effectiveReports) : 0n,
        charged: charges + (round.state === VOIDED && !round.held && !unsealed ? sealCharge : 0n),
        condemned: isCondemned,
        concluded: round.state >= FINAL,
        openCases: own.filter(({ state }) => state !== 'CLOSED').length,
        pot: await settlement.read.potOf([row.number]),
        orders: sum(openings, 'orders'),
        sales: sum(openings, 'sales'),
        fees: sum(openings, 'fees'),
        commissions: sum(openings, 'commissions'),
      });
      expect(row.unsealedAt !== null).to.equal(unsealed);
      expect(row.concludedAt !== null).to.equal(round.state >= FINAL);
      expect(row.suspendedAt !== null).to.equal(lot.state === SUSPENDED);
    }
    expect(new Set(rows.map(({ state }) => state)).size, 'every state').to.equal(STATES.length - 1);
  },

  async LotParameter(context, rows) {
    const { commodities, evaluations } = context.commune.contracts;
    let count = 0;
    for (const { id, number, revision, gradeBps, closingEpoch } of all(context, 'Lot')) {
      const lot = await commodities.read.lotOf([number]);
      const round = await evaluations.read.roundOf([number]);
      const isProven = round.state === FINAL;
      const claims = unpackValues(lot.claims, lot.parameterCount);
      const consensus = unpackValues(round.consensus, lot.parameterCount);
      const own = rows.filter((row) => row.lot === id).toSorted((a, b) => a.position - b.position);
      expect(own.length).to.equal(lot.parameterCount);
      const parameters = own.map((row) => one(context, 'Parameter', row.parameter));
      for (const [i, row] of own.entries()) {
        const parameter = parameters[i] as (typeof parameters)[number];
        expect(parameter.revision).to.equal(revision);
        expectFields('LotParameter', row, {
          position: i,
          code: parameter.code,
          sealed: parameter.sealed,
          commodity: id4(lot.commodityId),
          closingEpoch,
          claim: parameter.sealed && !lot.unsealed ? null : claims[i],
          consensus: isProven ? consensus[i] : null,
        });
        if (!isProven) {
          expectFields('LotParameter', row, { gradeBps: null, base: null, contested: false });
          continue;
        }
        const tolerance = BigInt(parameter.tolerance);
        const [found, claim] = [consensus[i] ?? 0, claims[i] ?? 0];
        // The round keeps how far the base lay from the consensus, in 1/128 of the tolerance.
        const distance = (round.basis >> BigInt(32 * i + 16)) & FARTHEST;
        const exact = (BigInt(Math.abs(row.base - found)) * 128n) / tolerance;
        expect(exact > FARTHEST ? FARTHEST : exact, `base of ${row.id}`).to.equal(distance);
        expect(row.contested).to.equal(parameter.sealed && BigInt(Math.abs(found - claim)) > tolerance);
        count++;
      }
      if (!isProven) continue;
      const graded = lotGrade(
        parameters.map(({ direction, tolerance, weightBps, critical, legalMin, legalMax }, i) => ({
          ...{ weightBps, critical, legalMin, legalMax },
          direction: DIRECTIONS[direction as keyof typeof DIRECTIONS],
          tolerance: Number(tolerance),
          claim: claims[i] ?? 0,
          consensus: consensus[i] ?? 0,
        })),
      );
      expect(graded.grades.map(Number)).to.deep.equal(own.map((row) => row.gradeBps));
      expect(Number(graded.overall)).to.equal(gradeBps);
      if (lot.state !== SUSPENDED) expect(graded.state.toUpperCase()).to.equal(STATES[lot.state]);
    }
    expect(count).to.be.greaterThan(0);
    expect(rows.some(({ contested }) => contested)).to.equal(true);
  },
};
