import { expect } from 'chai';
import fc from 'fast-check';
import { deflatePower } from '../../../protocol/power/deflate-power.ts';
import { inflatePower } from '../../../protocol/power/inflate-power.ts';
import { powerMultiplier } from '../../../protocol/power/power-multiplier.ts';
import { expectError } from '../expect-error.ts';

const HALF_LIFE = BigInt(13 * 7 * 24 * 3600);
const ONE = 2n ** 64n;
/** up to a hundred half-lives, some 25 years */
const elapsed = fc.bigInt({ min: 0n, max: 100n * HALF_LIFE });
const amount = fc.bigInt({ min: 0n, max: 2n ** 100n });

describe('power multiplier', () => {
  it('has exact factors: each is the floor of 2^64 · 2^(2^i / 65536)', () => {
    for (let i = 0; i < 16; i++) {
      // With half-life 65536 s, x is the elapsed time, so M after 2^i seconds is the factor itself.
      const factor = powerMultiplier(1n << BigInt(i), 65536n);
      const raisedTo = 1 << (16 - i);
      const power = (base: bigint): bigint => {
        let result = base;
        for (let exponent = 1; exponent < raisedTo; exponent *= 2) result *= result;
        return result;
      };
      const exact = 1n << BigInt(64 * raisedTo + 1);
      expect(power(factor) <= exact && exact < power(factor + 1n), `factor ${i}`).to.equal(true);
    }
  }).timeout(60_000);

  it('is one at genesis and doubles exactly every half-life', () => {
    expect(powerMultiplier(0n, HALF_LIFE)).to.equal(ONE);
    fc.assert(
      fc.property(elapsed, (t) => {
        expect(powerMultiplier(t + HALF_LIFE, HALF_LIFE)).to.equal(2n * powerMultiplier(t, HALF_LIFE));
      }),
    );
  });

  it('composes: M(a + b) is M(a) · M(b), up to rounding, on whole steps', () => {
    const step = fc.bigInt({ min: 0n, max: 10n * 65536n });
    fc.assert(
      fc.property(step, step, (a, b) => {
        const product = powerMultiplier(a, 65536n) * powerMultiplier(b, 65536n);
        const sum = powerMultiplier(a + b, 65536n) * ONE;
        const difference = product > sum ? product - sum : sum - product;
        expect(difference < sum >> 58n).to.equal(true);
      }),
    );
  });

  it('never falls, and follows 2^(t / H)', () => {
    fc.assert(
      fc.property(elapsed, elapsed, (a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(powerMultiplier(early, HALF_LIFE) <= powerMultiplier(late, HALF_LIFE)).to.equal(true);
        const expected = 2 ** (Number(early) / Number(HALF_LIFE));
        expect(Number(powerMultiplier(early, HALF_LIFE)) / 2 ** 64 / expected).to.be.within(1 - 2e-5, 1 + 1e-12);
      }),
    );
  });

  it('refuses time before genesis', () => {
    expectError('BadTime', () => powerMultiplier(-1n, HALF_LIFE));
    expectError('BadTime', () => powerMultiplier(0n, 0n));
  });
});

describe('power', () => {
  it('is what was minted at first and exactly half of it after a half-life', () => {
    fc.assert(
      fc.property(elapsed, amount, fc.integer({ min: 0, max: 40 }), (t, minted, halvings) => {
        const raw = inflatePower(minted, powerMultiplier(t, HALF_LIFE));
        expect(deflatePower(raw, powerMultiplier(t, HALF_LIFE))).to.equal(minted);
        const later = powerMultiplier(t + BigInt(halvings) * HALF_LIFE, HALF_LIFE);
        expect(deflatePower(raw, later)).to.equal(minted >> BigInt(halvings));
      }),
    );
  });

  it('of several mintings at once is their sum', () => {
    fc.assert(
      fc.property(elapsed, fc.array(amount, { maxLength: 50 }), (t, amounts) => {
        const m = powerMultiplier(t, HALF_LIFE);
        const raw = amounts.reduce((sum, minted) => sum + inflatePower(minted, m), 0n);
        expect(deflatePower(raw, m)).to.equal(amounts.reduce((sum, minted) => sum + minted, 0n));
      }),
    );
  });

  it('never grows with time', () => {
    fc.assert(
      fc.property(elapsed, elapsed, amount, (t, wait, minted) => {
        const raw = inflatePower(minted, powerMultiplier(t, HALF_LIFE));
        expect(deflatePower(raw, powerMultiplier(t + wait, HALF_LIFE)) <= minted).to.equal(true);
      }),
    );
  });
});
