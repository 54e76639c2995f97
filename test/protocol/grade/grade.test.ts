import { expect } from 'chai';
import fc from 'fast-check';
import { claimDeviation } from '../../../protocol/grade/claim-deviation.ts';
import { type GradedParameter, lotGrade } from '../../../protocol/grade/lot-grade.ts';
import { parameterGrade } from '../../../protocol/grade/parameter-grade.ts';
import { int32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const parameter: GradedParameter = {
  claim: 500,
  consensus: 500,
  direction: 'twoSided',
  tolerance: 40,
  weightBps: 10_000,
  critical: false,
  legalMin: 300,
  legalMax: 700,
};

describe('grade of a parameter', () => {
  it('is 100 points at the claim, 60 at the tolerance, 0 at twice of it and beyond', () => {
    const gradeAt = (consensus: number): bigint => parameterGrade(claimDeviation(500, consensus, 'twoSided', 40));
    for (const side of [-1, 1]) {
      expect(gradeAt(500)).to.equal(10_000n);
      expect(gradeAt(500 + side * 20)).to.equal(8000n);
      expect(gradeAt(500 + side * 40)).to.equal(6000n);
      expect(gradeAt(500 + side * 60)).to.equal(3000n);
      expect(gradeAt(500 + side * 80)).to.equal(0n);
      expect(gradeAt(500 + side * 90)).to.equal(0n);
    }
  });

  it('counts the bad side only', () => {
    expect(claimDeviation(500, 600, 'atLeast', 40)).to.equal(0n);
    expect(claimDeviation(500, 460, 'atLeast', 40)).to.equal(128n);
    expect(claimDeviation(500, 400, 'atMost', 40)).to.equal(0n);
    expect(claimDeviation(500, 540, 'atMost', 40)).to.equal(128n);
    fc.assert(
      fc.property(int32, int32, fc.integer({ min: 1, max: 0x7fffffff }), (claim, consensus, tolerance) => {
        const low = claimDeviation(claim, consensus, 'atLeast', tolerance);
        const high = claimDeviation(claim, consensus, 'atMost', tolerance);
        expect(claimDeviation(claim, consensus, 'twoSided', tolerance)).to.equal(low + high);
        expect(low === 0n || high === 0n).to.equal(true);
      }),
    );
    expectError('BadTolerance', () => claimDeviation(1, 1, 'atMost', 0));
  });

  it('is rounded down from the straight line through 100, 60 and 0', () => {
    for (let d = 0n; d <= 300n; d++) {
      const grade = parameterGrade(d);
      // Points times 128, unrounded.
      const line = d <= 128n ? 1_280_000n - 4000n * d : 768_000n - 6000n * (d - 128n);
      const exact = line > 0n ? line : 0n;
      expect(grade * 128n <= exact && (grade + 1n) * 128n > exact, `d = ${d}`).to.equal(true);
    }
  });
});

describe('grade of a lot', () => {
  it('is the weighted average, rounded down', () => {
    const { grades, overall, state } = lotGrade([
      { ...parameter, weightBps: 3333 },
      { ...parameter, consensus: 521, weightBps: 6667 },
    ]);
    expect(grades).to.deep.equal([10_000n, 10_000n - 2125n]);
    expect(overall).to.equal((10_000n * 3333n + 7875n * 6667n) / 10_000n);
    expect(state).to.equal('Trusted');
    expectError('BadWeight', () => lotGrade([{ ...parameter, weightBps: 9999 }]));
  });

  it('flags a critical parameter below 60 points, not one at 60', () => {
    expect(lotGrade([{ ...parameter, consensus: 540, critical: true }]).state).to.equal('Trusted');
    expect(lotGrade([{ ...parameter, consensus: 541, critical: true }]).state).to.equal('Flagged');
    expect(lotGrade([{ ...parameter, consensus: 541 }]).state).to.equal('Trusted');
  });

  it('flags a consensus outside the legal range, not one at its edge', () => {
    const wide = { ...parameter, tolerance: 10_000 };
    for (const consensus of [300, 700]) expect(lotGrade([{ ...wide, consensus }]).state).to.equal('Trusted');
    for (const consensus of [299, 701]) expect(lotGrade([{ ...wide, consensus }]).state).to.equal('Flagged');
  });
});
