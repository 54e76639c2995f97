import { expect } from 'chai';
import fc from 'fast-check';
import { fromScaled, toScaled } from '../../protocol/documents/quality-model/scaled.ts';

describe('scaled decimals', () => {
  for (const [text, decimals, value] of [
    ['14.5', 1, 145],
    ['14', 1, 140],
    ['-0.010', 3, -10],
    ['0.29', 2, 29],
    ['1.005', 3, 1005],
    ['-0', 0, 0],
    ['2147483647', 0, 2147483647],
  ] as const) {
    it(`reads "${text}" with ${decimals} decimals as ${value}`, () => {
      expect(toScaled(text, decimals)).to.equal(value);
    });
  }

  for (const text of ['', ' 1', '+1', '01', '1.', '.5', '1e3', '1,5', '0x1', 'NaN', '1.23', '9007199254740993']) {
    it(`refuses "${text}"`, () => {
      expect(() => toScaled(text, 1)).to.throw(RangeError);
    });
  }

  it('refuses to write what is not an integer', () => {
    expect(() => fromScaled(1.5, 1)).to.throw(RangeError);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), fc.nat(9), (value, decimals) => {
        expect(toScaled(fromScaled(value, decimals), decimals)).to.equal(value);
      }),
    );
  });

  it('writes all decimals', () => {
    expect([fromScaled(5, 3), fromScaled(-5, 1), fromScaled(140, 1), fromScaled(7, 0)]).to.deep.equal([
      '0.005',
      '-0.5',
      '14.0',
      '7',
    ]);
  });
});
