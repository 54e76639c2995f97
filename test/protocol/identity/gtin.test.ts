import { expect } from 'chai';
import fc from 'fast-check';
import { gtinCheckDigit } from '../../../protocol/identity/gtin-check-digit.ts';
import { normalizeGtin } from '../../../protocol/identity/normalize-gtin.ts';
import { expectError } from '../expect-error.ts';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const body = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.string({ unit: digit, minLength: length, maxLength: length }));

describe('GTIN', () => {
  it('is written as GTIN-14, whatever its length', () => {
    expect(normalizeGtin('96385074')).to.equal('00000096385074');
    expect(normalizeGtin('614141123452')).to.equal('00614141123452');
    expect(normalizeGtin('4006381333931')).to.equal('04006381333931');
    expect(normalizeGtin('6901234567892')).to.equal('06901234567892');
    expect(normalizeGtin('09506000134352')).to.equal('09506000134352');
  });

  it('keeps its check digit when zeros are put before it', () => {
    fc.assert(
      fc.property(body, (digits) => {
        const gtin = digits + gtinCheckDigit(digits);
        const padded = normalizeGtin(gtin);
        expect(padded).to.match(/^[0-9]{14}$/);
        expect(BigInt(padded)).to.equal(BigInt(gtin));
        expect(normalizeGtin(padded)).to.equal(padded);
      }),
    );
  });

  it('is refused when any single digit is wrong', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, change) => {
        const gtin = [...(digits + gtinCheckDigit(digits))];
        const i = place % gtin.length;
        gtin[i] = String((Number(gtin[i]) + change) % 10);
        expectError('BadGtinCheckDigit', () => normalizeGtin(gtin.join('')));
      }),
    );
  });

  it('says what is wrong with it', () => {
    expect(expectError('BadGtinCheckDigit', () => normalizeGtin('4006381333932')).values).to.deep.equal({
      gtin: '4006381333932',
      found: 2,
      expected: 1,
    });
    for (const gtin of ['', '1', '123456789', '400638133393100'])
      expectError('BadGtinLength', () => normalizeGtin(gtin));
    for (const gtin of ['400638133393X', '4006 381333931', '-4006381333931', '４００６３８１３３３９３１']) {
      expectError('BadGtinDigits', () => normalizeGtin(gtin));
    }
    expectError('BadGtinDigits', () => gtinCheckDigit(''));
  });
});
