import { expect } from 'chai';
import fc from 'fast-check';
import { epochAt } from '../../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { expectError } from '../expect-error.ts';

const WEEK = 7 * 24 * 3600;
const clock = { genesis: 1_700_000_000, epochLength: WEEK };
const clocks = fc.record({
  genesis: fc.integer({ min: 0, max: 2 ** 40 }),
  epochLength: fc.integer({ min: 60, max: 30 * 24 * 3600 }),
});
const epoch = fc.integer({ min: 0, max: 100_000 });
const saleEpochs = fc.integer({ min: 1, max: 8 });

describe('epochs', () => {
  it('begin at genesis and follow each other without a gap', () => {
    fc.assert(
      fc.property(clocks, epoch, (c, e) => {
        expect(epochAt(c, epochStart(c, e))).to.equal(e);
        expect(epochAt(c, epochStart(c, e + 1) - 1)).to.equal(e);
      }),
    );
  });

  it('do not exist before genesis', () => {
    expect(epochAt(clock, clock.genesis)).to.equal(0);
    expectError('BadTime', () => epochAt(clock, clock.genesis - 1));
    expectError('BadTime', () => epochAt(clock, Number.NaN));
  });
});

describe('schedule of a lot', () => {
  it('is the one of docs: sale, settling, closing, scoring, claims', () => {
    const day = (n: number): number => clock.genesis + n * 24 * 3600;
    expect(lotSchedule(clock, 2, 1)).to.deep.equal({
      saleFrom: day(14),
      saleUntil: day(21),
      commitUntil: day(42),
      closingEpoch: 6,
      revealFrom: day(42),
      revealUntil: day(45.5),
      tallyFrom: day(45.5),
      tallyUntil: day(49),
      scoringEpoch: 7,
      scoreFrom: day(49),
      scoreUntil: day(56),
      claimFrom: day(56),
    });
  });

  it('has its windows in order, each beginning where the one before ends', () => {
    fc.assert(
      fc.property(clocks, epoch, saleEpochs, (c, first, k) => {
        const s = lotSchedule(c, first, k);
        expect(s.closingEpoch).to.equal(first + k + 3);
        expect(epochAt(c, s.saleFrom)).to.equal(first);
        expect(epochAt(c, s.saleUntil - 1)).to.equal(first + k - 1);
        expect(epochAt(c, s.commitUntil - 1)).to.equal(first + k + 2);
        expect(epochAt(c, s.revealFrom)).to.equal(s.closingEpoch);
        expect(epochAt(c, s.tallyUntil - 1)).to.equal(s.closingEpoch);
        expect(epochAt(c, s.scoreFrom)).to.equal(s.scoringEpoch);
        expect(epochAt(c, s.claimFrom)).to.equal(s.closingEpoch + 2);
        expect([s.commitUntil, s.revealUntil, s.tallyUntil, s.scoreUntil]).to.deep.equal([
          s.revealFrom,
          s.tallyFrom,
          s.scoreFrom,
          s.claimFrom,
        ]);
        expect(s.revealUntil).to.be.within(s.revealFrom + 1, s.tallyUntil - 1);
      }),
    );
  });

  it('is for 1 to 8 epochs of sale', () => {
    for (const k of [0, 9, 1.5, -1]) expectError('BadInteger', () => lotSchedule(clock, 0, k));
  });
});
