import { expect } from 'chai';
import fc from 'fast-check';
import { formatCount, formatMoney, formatPercent } from '../../../scripts/cycle/format-number.ts';

describe('formatCount', () => {
  for (const [count, text] of [
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [-1_234_567n, '-1,234,567'],
    [10n ** 21n, '1,000,000,000,000,000,000,000'],
  ] as const) {
    it(`writes ${text}`, () => expect(formatCount(count)).to.equal(text));
  }
});

describe('formatMoney', () => {
  for (const [amount, text] of [
    [0n, '0.00'],
    [1n, '0.000001'],
    [2_550_000n, '2.55'],
    [20_000_000_000_000n, '20,000,000.00'],
    [-1_234_500_100n, '-1,234.5001'],
    [999_999n, '0.999999'],
  ] as const) {
    it(`writes ${text} exactly`, () => expect(formatMoney(amount)).to.equal(text));
  }

  for (const [amount, decimals, text] of [
    [999_999n, 2, '1.00'],
    [5_000n, 2, '0.01'],
    [4_999n, 2, '0.00'],
    [-5_000n, 2, '-0.01'],
    [-4_999n, 2, '0.00'],
    [1_234_500_000n, 0, '1,235'],
    [1n, 6, '0.000001'],
  ] as const) {
    it(`rounds ${amount} to ${text}`, () => expect(formatMoney(amount, decimals)).to.equal(text));
  }

  it('loses nothing without decimals given', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (amount) => {
        const [whole = '', decimals = ''] = formatMoney(amount).replaceAll(',', '').split('.');
        expect(BigInt(whole + decimals.padEnd(6, '0'))).to.equal(amount);
        expect(decimals.length).to.be.within(2, 6);
      }),
    );
  });
});

describe('formatPercent', () => {
  it('writes parts of a whole', () => {
    expect(formatPercent(1n, 8n)).to.equal('12.50 %');
    expect(formatPercent(2n, 3n, 1)).to.equal('66.7 %');
    expect(formatPercent(7_000, 10_000, 0)).to.equal('70 %');
    expect(formatPercent(-1n, 3n)).to.equal('-33.33 %');
    expect(formatPercent(12_345n, 1n)).to.equal('1,234,500.00 %');
  });

  it('has none of nothing', () => expect(formatPercent(1n, 0n)).to.equal('–'));
});
