import { expect } from 'chai';
import fc from 'fast-check';
import { type Experiencer, populate, type Strategy } from '../../../scripts/cycle/population.ts';
import { Random } from '../../../scripts/cycle/random.ts';
import { agreedValues, type LotParameter, type ReportedLot, reportOf } from '../../../scripts/cycle/report-of.ts';

const base = { legalMin: 0, legalMax: 1001, tolerance: 64, weightBps: 2_500 } as const;
const PARAMETERS: LotParameter[] = [
  { ...base, direction: 'twoSided', sealed: false },
  { ...base, direction: 'atLeast', sealed: true },
  { ...base, direction: 'atMost', sealed: true },
  { ...base, direction: 'twoSided', sealed: true },
];
const LOT: ReportedLot = {
  id: 3,
  parameters: PARAMETERS,
  truth: [480, 700, 300, 400],
  openClaims: [500, null, null, null],
};

const people = (strategy: Strategy, count = 400): Experiencer[] =>
  populate(
    new Random(20),
    Array.from({ length: count }, (_, i) => i + 1),
    { honest: 0, lazy: 0, copying: 0, colluding: 0, [strategy]: 1 },
  );
const reports = (strategy: Strategy, lot = LOT) => people(strategy).map((one) => reportOf(one, lot));

describe('reportOf', () => {
  describe('honest', () => {
    it('is mostly well within tolerance of the truth', () => {
      const off = reports('honest').flatMap((values) =>
        values.map((value, i) => Math.abs(value - (LOT.truth[i] ?? 0)) / 64),
      );
      expect(off.filter((d) => d <= 1).length / off.length).to.be.greaterThan(0.999);
      expect(off.filter((d) => d <= 1 / 4).length / off.length).to.be.within(0.8, 0.95);
    });

    it('has no bias and a deviation of about a sixth of the tolerance', () => {
      const errors = reports('honest').flatMap((values) => values.map((value, i) => value - (LOT.truth[i] ?? 0)));
      const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
      expect(mean).to.be.within(-1, 1);
      expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)).to.be.within(64 / 6.5, 64 / 5);
    });

    it('differs by person and by lot', () => {
      expect(new Set(reports('honest').map(String)).size).to.be.greaterThan(390);
      const [one] = people('honest', 1) as [Experiencer];
      expect(reportOf(one, LOT)).not.to.deep.equal(reportOf(one, { ...LOT, id: 4 }));
    });
  });

  it('lazy repeats open claims and says mid-range for sealed ones', () => {
    for (const values of reports('lazy')) expect(values).to.deep.equal([500, 500, 500, 500]);
  });

  it('copying repeats the last consensus, else the claim, else mid-range, with a tiny jitter', () => {
    const lot = { ...LOT, lastConsensus: [470, 690, null, null] };
    const near = (values: number[], expected: number[]) =>
      expect(
        values.every((value, i) => Math.abs(value - (expected[i] ?? 0)) <= 2),
        String(values),
      ).to.equal(true);
    for (const values of reports('copying', lot)) near(values, [470, 690, 500, 500]);
    for (const values of reports('copying')) near(values, [500, 500, 500, 500]);
    expect(new Set(reports('copying', lot).map(String)).size).to.be.greaterThan(100);
  });

  it('colluding reports one wrong vector: claims, and sealed values two tolerances better', () => {
    expect(agreedValues(LOT)).to.deep.equal([500, 828, 172, 528]);
    for (const values of reports('colluding')) expect(values).to.deep.equal([500, 828, 172, 528]);
    for (const values of reports('colluding', { ...LOT, agreed: [1, 2, 3, 4] }))
      expect(values).to.deep.equal([1, 2, 3, 4]);
  });

  it('keeps agreed values within the legal range', () => {
    expect(agreedValues({ ...LOT, truth: [480, 990, 10, 900] })).to.deep.equal([500, 1001, 0, 772]);
  });

  it('depends on seed, person and lot only', () => {
    const [first, second] = [people('honest', 9), people('honest', 9)];
    const expected = first.map((one) => reportOf(one, LOT));
    expect(
      second
        .toReversed()
        .map((one) => reportOf(one, LOT))
        .toReversed(),
    ).to.deep.equal(expected);
    expect(first.map((one) => reportOf(one, LOT))).to.deep.equal(expected);
  });

  it('never leaves int32 and never writes −0', () => {
    const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const strategies = fc.constantFrom<Strategy>('honest', 'lazy', 'copying', 'colluding');
    fc.assert(
      fc.property(
        strategies,
        int32,
        int32,
        int32,
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.boolean(),
        (strategy, a, b, truth, tolerance, sealed) => {
          const parameter: LotParameter = {
            tolerance,
            legalMin: Math.min(a, b),
            legalMax: Math.max(a, b),
            direction: 'atLeast',
            sealed,
            weightBps: 10_000,
          };
          const [one] = people(strategy, 1) as [Experiencer];
          const [value] = reportOf(one, {
            id: 1,
            parameters: [parameter],
            truth: [truth],
            openClaims: [sealed ? null : a],
          });
          expect(value).to.equal((value as number) | 0);
          expect(Object.is(value, -0)).to.equal(false);
        },
      ),
    );
  });

  it('refuses a lot without truth for every parameter', () => {
    const [one] = people('honest', 1) as [Experiencer];
    expect(() => reportOf(one, { ...LOT, truth: [1] })).to.throw(RangeError);
  });
});
