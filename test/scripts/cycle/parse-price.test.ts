import { expect } from 'chai';
import fc from 'fast-check';
import { parsePrice } from '../../../scripts/cycle/parse-price.ts';

describe('parsePrice', () => {
  it('reads decimals exactly', () => {
    expect(parsePrice('2.55')).to.equal(2_550_000n);
    expect(parsePrice('0')).to.equal(0n);
    expect(parsePrice('007')).to.equal(7_000_000n);
    expect(parsePrice('0.000001')).to.equal(1n);
    expect(parsePrice('1.10000000')).to.equal(1_100_000n);
    expect(parsePrice('9007199254740993.000001')).to.equal(9_007_199_254_740_993_000_001n);
  });

  for (const text of [
    '',
    '2,55',
    '1,000.00',
    '-1',
    '+1',
    '1e3',
    '.5',
    '5.',
    '£2',
    '2.55 GBP',
    '0.0000001',
    'Infinity',
    '１',
    '1.2.3',
  ]) {
    it(`refuses "${text}"`, () => expect(parsePrice(text)).to.equal(undefined));
  }

  it('is the inverse of writing millionths', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 72n }), (amount) => {
        const digits = amount.toString().padStart(7, '0');
        expect(parsePrice(`${digits.slice(0, -6)}.${digits.slice(-6)}`)).to.equal(amount);
      }),
    );
  });
});
