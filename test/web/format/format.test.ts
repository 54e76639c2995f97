import { expect } from 'chai';
import { formatAmount, formatToken } from '../../../web/shared/format/format-amount.ts';
import { formatBps } from '../../../web/shared/format/format-bps.ts';
import { formatCoin } from '../../../web/shared/format/format-coin.ts';
import { formatPoints } from '../../../web/shared/format/format-points.ts';
import { parseAmount, parseToken } from '../../../web/shared/format/parse-amount.ts';
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

describe('CTT and coins', () => {
  const whole = 10n ** 18n;

  it('are cut, never rounded up, without zeros at the end', () => {
    expect(formatToken(1_250n * whole, 'en')).to.equal('1,250');
    expect(formatToken((9_599_999n * whole) / 1_000n, 'en')).to.equal('9,599.99');
    expect(formatToken(whole / 2n, 'zh-Hans')).to.equal('0.5');
    expect(formatToken(0n, 'en')).to.equal('0');
    expect(formatCoin((6n * whole) / 1_000n, 18, 'en')).to.equal('0.006');
    expect(formatCoin(1_500n * whole + 1n, 18, 'en')).to.equal('1,500');
  });

  it('say when they are next to nothing', () => {
    expect(formatToken(1n, 'en')).to.equal('< 0.01');
    expect(formatCoin(1n, 18, 'en')).to.equal('< 0.000001');
  });

  it('are read with all their decimals, and no more', () => {
    expect(parseToken('1,5')).to.equal((3n * whole) / 2n);
    expect(parseToken(`0.${'0'.repeat(17)}1`)).to.equal(1n);
    expect(parseToken(`0.${'0'.repeat(18)}1`)).to.equal(null);
    expect(parseToken('-1')).to.equal(null);
    expect(parseAmount('0.0000001')).to.equal(null);
  });
});
