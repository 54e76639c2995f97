import { expect } from 'chai';
import fc from 'fast-check';
import { packValues } from '../../../protocol/experience/pack-values.ts';
import { unpackValues } from '../../../protocol/experience/unpack-values.ts';
import { int32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

describe('values', () => {
  it('stand in their lanes as two’s complement', () => {
    expect(packValues([])).to.equal(0n);
    expect(packValues([1, -1, 2])).to.equal(1n + (0xffffffffn << 32n) + (2n << 64n));
    expect(packValues(new Array(8).fill(-1))).to.equal(2n ** 256n - 1n);
    expect(unpackValues(1n << 31n, 1)).to.deep.equal([-(2 ** 31)]);
  });

  it('pack and unpack to the same', () => {
    fc.assert(
      fc.property(fc.array(int32, { maxLength: 8 }), (values) => {
        expect(unpackValues(packValues(values), values.length)).to.deep.equal(values);
      }),
    );
  });

  it('are refused when they do not fit', () => {
    for (const value of [2 ** 31, -(2 ** 31) - 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectError('BadInteger', () => packValues([value]));
    }
    expectError('TooManyValues', () => packValues(new Array(9).fill(0)));
    expectError('TooManyValues', () => unpackValues(0n, 9));
    expectError('UnusedLane', () => unpackValues(1n << 32n, 1));
    expectError('BadAmount', () => unpackValues(2n ** 256n, 8));
    expectError('BadAmount', () => unpackValues(-1n, 8));
  });
});
