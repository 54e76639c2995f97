import { expect } from 'chai';
import { formatAmount } from '../../../web/shared/format/format-amount.ts';
import { formatBps } from '../../../web/shared/format/format-bps.ts';
import { formatPoints } from '../../../web/shared/format/format-points.ts';
import { parseAmount } from '../../../web/shared/format/parse-amount.ts';
import { shortHex } from '../../../web/shared/format/short-hex.ts';
import { splitDuration } from '../../../web/shared/format/split-duration.ts';

describe('formatAmount', () => {
  it('shows two decimals and groups thousands', () =>
    expect(formatAmount(1_234_567_890_000n, 'en')).to.equal('1,234,567.89'));
  it('never rounds up', () => expect(formatAmount(1_999_999n, 'en')).to.equal('1.99'));
  it('shows what is below a cent', () => expect(formatAmount(1_200n, 'en')).to.equal('0.0012'));
  it('shows everything when asked', () =>
    expect(formatAmount(1_999_990n, 'zh-Hans', { exact: true })).to.equal('1.99999'));
  it('has a minus for negative amounts', () => expect(formatAmount(-5_000_000n, 'en')).to.equal('−5.00'));
  it('holds amounts beyond 2^53', () => expect(formatAmount(2n ** 70n, 'en')).to.equal('1,180,591,620,717,411.30'));
});

describe('parseAmount', () => {
  it('reads decimals', () => expect(parseAmount('12.5')).to.equal(12_500_000n));
  it('takes a decimal comma', () => expect(parseAmount(' 0,000001 ')).to.equal(1n));
  it('refuses what is none', () => {
    for (const typed of ['', '-1', '1e3', '1.1234567', 'x', '.5']) expect(parseAmount(typed), typed).to.equal(null);
  });
});

describe('rates, points, durations, fingerprints', () => {
  it('writes basis points as percent', () => expect(formatBps(1_550, 'en')).to.equal('15.5%'));
  it('cuts points', () => expect(formatPoints(9_389, 'en')).to.equal('93.8'));
  it('names the two largest units', () => {
    expect(splitDuration(90_061)).to.deep.equal([
      ['days', 1],
      ['hours', 1],
    ]);
    expect(splitDuration(86_400)).to.deep.equal([['days', 1]]);
    expect(splitDuration(0)).to.deep.equal([['seconds', 0]]);
  });
  it('keeps the ends of a fingerprint', () => {
    expect(shortHex(`0x${'ab'.repeat(20)}`)).to.equal('0xabab…abab');
    expect(shortHex('0x1234')).to.equal('0x1234');
  });
});
