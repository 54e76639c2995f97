import { expect } from 'chai';
import fc from 'fast-check';
import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import { parseScaled } from '../../../web/shared/ui/parse-scaled.ts';

describe('parseScaled', () => {
  const ok = (value: number) => ({ kind: 'ok', value });
  const bad = (reason: string) => ({ kind: 'bad', reason });

  it('reads back whatever fromScaled writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.integer({ min: 0, max: 9 }),
        (value, decimals) => {
          expect(parseScaled(fromScaled(value, decimals), { decimals })).to.deep.equal(ok(value));
        },
      ),
    );
  });

  it('takes what people type', () => {
    expect(parseScaled(' 14.5 ', { decimals: 1 })).to.deep.equal(ok(145));
    expect(parseScaled('14,5', { decimals: 1 })).to.deep.equal(ok(145));
    expect(parseScaled('14，5', { decimals: 1 })).to.deep.equal(ok(145));
    expect(parseScaled('.5', { decimals: 2 })).to.deep.equal(ok(50));
    expect(parseScaled('+007', { decimals: 0 })).to.deep.equal(ok(7));
    expect(parseScaled('14.500', { decimals: 1 })).to.deep.equal(ok(145));
    expect(parseScaled('14.', { decimals: 1 })).to.deep.equal(ok(140));
    expect(parseScaled('', { decimals: 1 })).to.deep.equal({ kind: 'empty' });
  });

  it('says what is wrong, and never rounds', () => {
    expect(parseScaled('14.55', { decimals: 1 })).to.deep.equal(bad('ui.tooManyDecimals'));
    expect(parseScaled('1e3', { decimals: 1 })).to.deep.equal(bad('ui.badNumber'));
    expect(parseScaled('1.2.3', { decimals: 1 })).to.deep.equal(bad('ui.badNumber'));
    expect(parseScaled('4', { decimals: 1, min: 50 })).to.deep.equal(bad('ui.tooSmall'));
    expect(parseScaled('8', { decimals: 1, max: 70 })).to.deep.equal(bad('ui.tooLarge'));
    expect(parseScaled('9'.repeat(30), { decimals: 1 })).to.deep.equal(bad('ui.tooLarge'));
  });
});
