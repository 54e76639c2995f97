import { expect } from 'chai';
import fc from 'fast-check';
import { accuracy } from '../../../protocol/experience/accuracy.ts';
import { baseValue } from '../../../protocol/experience/base-value.ts';
import { baseDeviation, deviation } from '../../../protocol/experience/deviation.ts';
import { powerEarned } from '../../../protocol/experience/power-earned.ts';
import { quality } from '../../../protocol/experience/quality.ts';
import { reportScore } from '../../../protocol/experience/report-score.ts';
import { reportWeight } from '../../../protocol/experience/report-weight.ts';
import { skill } from '../../../protocol/experience/skill.ts';
import { int32, uint72 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const tolerance = fc.integer({ min: 1, max: 0x7fffffff });
const d128 = fc.bigInt({ min: 0n, max: 200n });
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const anyD = fc.bigInt({ min: 0n, max: 2n ** 40n });
const holds = (fact: boolean): void => {
  expect(fact).to.equal(true);
};

describe('deviation', () => {
  it('counts 1/128 of the tolerance, up for the report and down for the base', () => {
    fc.assert(
      fc.property(int32, int32, tolerance, (v, consensus, t) => {
        const exact = BigInt(Math.abs(v - consensus)) * 128n;
        const T = BigInt(t);
        const d = deviation(v, consensus, t);
        const d0 = baseDeviation(v, consensus, t);
        holds(d * T >= exact && (d - 1n) * T < exact);
        holds(d0 * T <= exact && ((d0 + 1n) * T > exact || d0 === 65_535n) && d0 <= 65_535n);
        expect(deviation(consensus, v, t)).to.equal(d);
      }),
    );
    expect(deviation(-(2 ** 31), 2 ** 31 - 1, 1)).to.equal((2n ** 32n - 1n) * 128n);
  });

  it('needs a tolerance', () => {
    for (const t of [0, -1, Number.NaN]) {
      expectError('BadTolerance', () => deviation(1, 2, t));
      expectError('BadTolerance', () => baseDeviation(1, 2, t));
    }
  });
});

describe('base value', () => {
  it('is the last consensus, else the open claim, else the middle of the legal range', () => {
    const range = { legalMin: -3, legalMax: 10 };
    expect(baseValue({ lastConsensus: 0, openClaim: 5, ...range })).to.equal(0);
    expect(baseValue({ openClaim: 5, ...range })).to.equal(5);
    expect(baseValue(range)).to.equal(3);
  });

  it('rounds the middle towards zero', () => {
    expect(baseValue({ legalMin: -10, legalMax: 3 })).to.equal(-3);
    expect(Object.is(baseValue({ legalMin: -1, legalMax: 0 }), 0)).to.equal(true);
    expect(baseValue({ legalMin: 2 ** 31 - 1, legalMax: 2 ** 31 - 1 })).to.equal(2 ** 31 - 1);
    expectError('BadLegalRange', () => baseValue({ legalMin: 1, legalMax: 0 }));
  });
});

describe('scores', () => {
  it('give accuracy by the rounded-down parabola', () => {
    const known: [bigint, bigint][] = [
      [0n, 256n],
      [32n, 256n],
      [33n, 255n],
      [38n, 255n],
      [39n, 254n],
      [80n, 192n],
      [127n, 5n],
      [128n, 0n],
      [10n ** 12n, 0n],
    ];
    for (const [d, acc] of known) expect(accuracy(d), `d = ${d}`).to.equal(acc);
    for (let d = 33n; d < 128n; d++) {
      const lost = 256n - accuracy(d);
      holds(lost * 9216n >= 256n * (d - 32n) ** 2n && (lost - 1n) * 9216n < 256n * (d - 32n) ** 2n);
    }
  });

  it('give skill for beating the base only', () => {
    fc.assert(
      fc.property(anyD, anyD, (d, d0) => {
        const s = skill(d, d0);
        if (d >= d0) expect(s).to.equal(0n);
        else {
          const gain = d0 * d0 - d * d;
          holds(
            s === 256n ? gain * 256n >= 256n * 16384n : s * 16384n <= gain * 256n && (s + 1n) * 16384n > gain * 256n,
          );
        }
      }),
    );
    expect(skill(0n, 128n)).to.equal(256n);
    expect(skill(0n, 64n)).to.equal(64n);
    expect(skill(0n, 7n)).to.equal(0n);
  });

  it('stay within 0 … 256 and never rise with the deviation', () => {
    fc.assert(
      fc.property(d128, d128, anyD, (a, b, d0) => {
        const [near, far] = a < b ? [a, b] : [b, a];
        const scoreAt = (d: bigint): bigint => quality(accuracy(d), skill(d, d0));
        holds(accuracy(near) >= accuracy(far) && skill(near, d0) >= skill(far, d0) && scoreAt(near) >= scoreAt(far));
        for (const score of [accuracy(near), skill(near, d0), scoreAt(near)]) holds(score >= 0n && score <= 256n);
      }),
    );
  });

  it('reach 208 by an accurate copy, 256 by measuring', () => {
    expect(quality(256n, 0n)).to.equal(208n);
    expect(quality(256n, 96n)).to.equal(256n);
    expect(quality(256n, 95n)).to.equal(255n);
    expect(quality(256n, 256n)).to.equal(256n);
    expect(quality(0n, 0n)).to.equal(0n);
  });

  it('of a report are weighted averages, rounded down', () => {
    const exact = { value: 100, consensus: 100, base: 100, tolerance: 10 };
    const off = { value: 120, consensus: 100, base: 100, tolerance: 10 };
    const measured = { value: 100, consensus: 100, base: 110, tolerance: 10 };
    expect(reportScore([{ ...exact, weightBps: 10_000 }])).to.deep.equal({ acc: 256n, q: 208n });
    expect(reportScore([{ ...measured, weightBps: 10_000 }])).to.deep.equal({ acc: 256n, q: 256n });
    const mixed = [
      { ...exact, weightBps: 3333 },
      { ...off, weightBps: 3333 },
      { ...measured, weightBps: 3334 },
    ];
    expect(reportScore(mixed)).to.deep.equal({
      acc: (256n * 6667n) / 10_000n,
      q: (208n * 3333n + 256n * 3334n) / 10_000n,
    });
  });

  it('need weights that sum to the whole', () => {
    const parameter = { value: 1, consensus: 1, base: 1, tolerance: 1 };
    expectError('BadWeight', () => reportScore([{ ...parameter, weightBps: 9999 }]));
    expectError('BadWeight', () => reportScore([]));
  });

  it('earn power and weight rounded down', () => {
    fc.assert(
      fc.property(uint72, fc.bigInt({ min: 0n, max: 256n }), (nominated, acc) => {
        const earned = powerEarned(nominated, acc);
        holds(earned * 256n <= nominated * acc && (earned + 1n) * 256n > nominated * acc);
      }),
    );
    fc.assert(
      fc.property(uint64, fc.array(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), { minLength: 1 }), (power, fees) => {
        const epochFees = fees.reduce((sum, fee) => sum + fee, 0n);
        const spread = fees.map((fee) => reportWeight(power, fee, epochFees)).reduce((sum, weight) => sum + weight, 0n);
        holds(spread <= power && spread > power - BigInt(fees.length));
      }),
    );
    expect(reportWeight(2n ** 72n, 1n, 1n)).to.equal(2n ** 64n - 1n);
    expectError('NoWeight', () => reportWeight(1n, 0n, 0n));
  });
});
