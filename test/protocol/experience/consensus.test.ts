import { expect } from 'chai';
import fc from 'fast-check';
import { enoughReports } from '../../../protocol/experience/enough-reports.ts';
import { lowerWeightedMedian, type WeightedValue } from '../../../protocol/experience/lower-weighted-median.ts';
import { int32, uint72 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

/** The definition in docs/encoding.md, as a check of one candidate. */
function isLowerWeightedMedian(candidate: number, values: readonly WeightedValue[]): boolean {
  const weightOf = (counts: (value: number) => boolean): bigint =>
    values.filter(({ value }) => counts(value)).reduce((sum, { weight }) => sum + weight, 0n);
  const total = weightOf(() => true);
  return 2n * weightOf((value) => value < candidate) < total && total <= 2n * weightOf((value) => value <= candidate);
}

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), int32);
const weight = fc.oneof(fc.bigInt({ min: 0n, max: 4n }), uint72);
const reports = fc
  .array(fc.record({ value, weight }), { minLength: 1, maxLength: 25 })
  .filter((list) => list.some((report) => report.weight > 0n));

describe('lower weighted median', () => {
  it('is the one reported value that fits its definition', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const candidates = [...new Set(list.map((report) => report.value))];
        const medians = candidates.filter((candidate) => isLowerWeightedMedian(candidate, list));
        expect(medians).to.deep.equal([lowerWeightedMedian(list)]);
      }),
    );
  });

  it('does not depend on order, nor on how weight is split', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const median = lowerWeightedMedian(list);
        expect(lowerWeightedMedian(list.toReversed())).to.equal(median);
        const split = list.flatMap((report) => [
          { value: report.value, weight: report.weight / 2n },
          { value: report.value, weight: report.weight - report.weight / 2n },
        ]);
        expect(lowerWeightedMedian(split)).to.equal(median);
      }),
    );
  });

  it('takes the lower of two halves', () => {
    const halves = [
      { value: 20, weight: 5n },
      { value: 10, weight: 5n },
    ];
    expect(lowerWeightedMedian(halves)).to.equal(10);
    expect(lowerWeightedMedian([...halves, { value: 30, weight: 1n }])).to.equal(20);
    expect(lowerWeightedMedian([{ value: -7, weight: 0n }, ...halves])).to.equal(10);
  });

  it('needs weight', () => {
    expectError('NoWeight', () => lowerWeightedMedian([]));
    expectError('NoWeight', () => lowerWeightedMedian([{ value: 1, weight: 0n }]));
    expectError('BadWeight', () => lowerWeightedMedian([{ value: 1, weight: -1n }]));
  });
});

describe('enough reports', () => {
  it('are seven equal ones, or as many as weigh like seven', () => {
    expect(enoughReports(new Array(6).fill(1000n))).to.equal(false);
    expect(enoughReports(new Array(7).fill(1000n))).to.equal(true);
    expect(enoughReports([...new Array(7).fill(1000n), 1n])).to.equal(true);
    expect(enoughReports([...new Array(6).fill(1000n), 999n])).to.equal(false);
    expect(enoughReports([...new Array(20).fill(1n), 1000n])).to.equal(false);
  });

  it('are never none, nor reports without weight', () => {
    expect(enoughReports([])).to.equal(false);
    expect(enoughReports(new Array(10).fill(0n))).to.equal(false);
  });

  it('do not depend on the unit of weight', () => {
    fc.assert(
      fc.property(fc.array(uint72, { maxLength: 12 }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (weights, unit) => {
        expect(enoughReports(weights.map((w) => w * unit))).to.equal(enoughReports(weights));
      }),
    );
  });
});
