import { expect } from 'chai';
import fc from 'fast-check';
import { casePledge } from '../../../protocol/platforms/case-pledge.ts';
import { answerDeadline, demandWindow, receiptWindow } from '../../../protocol/platforms/case-windows.ts';
import { coverOf } from '../../../protocol/platforms/cover-of.ts';
import { wasPrevented } from '../../../protocol/platforms/was-prevented.ts';
import { uint32, uint72 } from '../arbitraries.ts';

const clock = { genesis: 1_000, epochLength: 101 };
const start = (epoch: number) => 1_000 + 101 * epoch;

describe('windows of cases', () => {
  it('open for receipts with their statement, or when it can no longer come', () => {
    expect(receiptWindow(clock, 3, start(4) + 7)).to.deep.equal({ from: start(4) + 7, until: start(8) });
    expect(receiptWindow(clock, 3, null)).to.deep.equal({ from: start(5), until: start(8) });
  });

  it('open for leaves when they can be opened', () => {
    const postedAt = start(4) + 7;
    expect(demandWindow(clock, 3, postedAt)).to.deep.equal({ from: start(5) + 7, until: start(12) });
    // An answer that is due when nominations close would be too late.
    expect(demandWindow(clock, 3, postedAt, start(9)).until).to.equal(start(9) - 50);
    expect(demandWindow(clock, 3, postedAt, start(12) + 50).until).to.equal(start(12));
    expect(demandWindow(clock, 3, postedAt, start(5)).until).to.be.below(start(5) + 7);
  });

  it('leave half an epoch for an answer, rounded down', () => {
    expect(answerDeadline(clock, 2_000)).to.equal(2_050);
  });

  it('stay closed where a suspension kept the statement away, to the second', () => {
    const [from, due] = [start(3), start(4)];
    const prevented = (...suspensions: [number, number | null][]) =>
      wasPrevented(
        clock,
        3,
        suspensions.map(([since, to]) => ({ from: since, until: to })),
      );
    expect(prevented()).to.equal(false);
    expect(prevented([from - 1, due])).to.equal(false);
    expect(prevented([from - 1, due + 1])).to.equal(true);
    expect(prevented([from - 1, null])).to.equal(true);
    expect(prevented([from, null])).to.equal(false);
    expect(prevented([due - 1, null])).to.equal(false);
    expect(prevented([1, 2], [from, null])).to.equal(false);
    expect(prevented([1, 2], [from - 3, due + 4], [due + 5, null])).to.equal(true);
  });
});

describe('the pledge of a case', () => {
  it('covers the gas of an answer twice, in whole gwei', () => {
    expect(casePledge(0n)).to.equal(200_000_000_000_000n);
    expect(casePledge(400_000_000n)).to.equal(200_000_000_000_000n);
    expect(casePledge(400_000_001n)).to.equal(200_001_000_000_000n);
    expect(casePledge(30n * 10n ** 9n)).to.equal(15n * 10n ** 15n);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (baseFee) => {
        const pledge = casePledge(baseFee);
        expect(pledge % 10n ** 9n).to.equal(0n);
        expect(pledge >= 500_000n * baseFee && pledge >= casePledge(0n)).to.equal(true);
        expect(pledge < 500_000n * baseFee + casePledge(0n) + 10n ** 9n).to.equal(true);
      }),
    );
  });
});

describe('the cover of a bond', () => {
  it('is what will be there when the epoch can no longer be disputed', () => {
    const bond = { bond: 100n, leaving: 30n, leaveEpoch: 20 };
    expect(coverOf(bond, 11)).to.equal(100n);
    expect(coverOf(bond, 12)).to.equal(70n);
    // A slash may leave less than is to leave.
    expect(coverOf({ ...bond, bond: 20n }, 12)).to.equal(0n);
    expect(coverOf({ ...bond, leaving: 0n, leaveEpoch: 0 }, 12)).to.equal(100n);
  });

  it('never exceeds the bond nor falls with what leaves later', () => {
    fc.assert(
      fc.property(uint72, uint72, uint32, uint32, (bond, leaving, leaveEpoch, epoch) => {
        const cover = coverOf({ bond, leaving, leaveEpoch }, epoch);
        expect(cover >= 0n && cover <= bond).to.equal(true);
        expect(coverOf({ bond, leaving, leaveEpoch: leaveEpoch + 1 }, epoch) >= cover).to.equal(true);
      }),
    );
  });
});
