import { expect } from 'chai';
import fc from 'fast-check';
import { bountyCap, bountyOf } from '../../../protocol/disputes/bounty.ts';
import {
  dropEmpty,
  type ListedChallenge,
  MAX_CHALLENGES,
  placeChallenge,
} from '../../../protocol/disputes/challenge-list.ts';
import { disputeSchedule, scoringAfterRuling } from '../../../protocol/disputes/dispute-schedule.ts';
import { failsCritically } from '../../../protocol/disputes/fails-critically.ts';
import { feeShares } from '../../../protocol/disputes/fee-shares.ts';
import { isSlashed } from '../../../protocol/disputes/is-slashed.ts';
import { overturnedScore } from '../../../protocol/disputes/overturned-score.ts';
import { choiceOfNone, losesBond, roundRuling } from '../../../protocol/disputes/ruling-outcome.ts';
import { saySame } from '../../../protocol/disputes/say-same.ts';
import { reportScore } from '../../../protocol/experience/report-score.ts';
import { int32, uint32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const amount = fc.bigInt({ min: 0n, max: 2n ** 96n });
const tolerance = uint32.map((t) => t || 1);

describe('bounties', () => {
  it('are half of what is taken, at most twenty bonds in all', () => {
    expect(bountyOf(7n, 100n)).to.equal(3n);
    expect(bountyOf(500n, 100n)).to.equal(100n);
    expect(bountyCap(50n)).to.equal(1_000n);
  });

  it('do not depend on the order in which reports are slashed, but for the rounding of the last one', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), amount, (taken, bond) => {
        const total = (list: bigint[]) => list.reduce((got, one) => got + bountyOf(one, bountyCap(bond) - got), 0n);
        expect(total(taken)).to.equal(total([...taken].reverse()));
        expect(total(taken) <= bountyCap(bond)).to.equal(true);
        expect(2n * total(taken) <= taken.reduce((sum, one) => sum + one, 0n)).to.equal(true);
      }),
    );
  });
});

describe('slashing by R′', () => {
  it('begins one unit above the tolerance', () => {
    const judged = (value: number) => [
      { value: 100, consensus: 100, tolerance: 5 },
      { value, consensus: 155, tolerance: 10 },
    ];
    for (const value of [145, 155, 165]) expect(isSlashed(judged(value)), `${value}`).to.equal(false);
    for (const value of [144, 166]) expect(isSlashed(judged(value)), `${value}`).to.equal(true);
  });

  it('leaves other reports their score', () => {
    const parameter = (value: number) => [{ value, consensus: 0, base: 200, tolerance: 100, weightBps: 10_000 }];
    expect(overturnedScore(parameter(40))).to.deep.equal(reportScore(parameter(40)));
    expect(overturnedScore(parameter(101))).to.deep.equal({ acc: 0n, q: 0n });
  });

  it('hits the producer for critical claims off to the bad side only', () => {
    const graded = {
      claim: 140,
      direction: 'atMost',
      tolerance: 10,
      weightBps: 10_000,
      legalMin: 0,
      legalMax: 200,
    } as const;
    expect(failsCritically([{ ...graded, consensus: 151, critical: true }])).to.equal(true);
    expect(failsCritically([{ ...graded, consensus: 150, critical: true }])).to.equal(false);
    expect(failsCritically([{ ...graded, consensus: 0, critical: true }])).to.equal(false);
    expect(failsCritically([{ ...graded, consensus: 200, critical: false }])).to.equal(false);
  });
});

describe('challenges that say the same', () => {
  it('are those within a quarter of every tolerance', () => {
    expect(saySame([{ a: 100, b: 102, tolerance: 10 }])).to.equal(true);
    expect(saySame([{ a: 100, b: 103, tolerance: 10 }])).to.equal(false);
    expect(saySame([{ a: 100, b: 103, tolerance: 12 }])).to.equal(true);
    expectError('BadTolerance', () => saySame([{ a: 1, b: 1, tolerance: 0 }]));
  });

  it('is mutual, and true of equals', () => {
    fc.assert(
      fc.property(int32, int32, tolerance, (a, b, t) => {
        expect(saySame([{ a, b, tolerance: t }])).to.equal(saySame([{ a: b, b: a, tolerance: t }]));
        expect(saySame([{ a, b: a, tolerance: t }])).to.equal(true);
      }),
    );
  });
});

describe('the list of challenges', () => {
  const challengeOf = (challenger: string, value: number, bond: bigint): ListedChallenge => ({
    challenger,
    values: [value],
    bond,
  });

  it('keeps at most four, no two that say the same, and gives replaced ones back', () => {
    const added = fc.record({ value: fc.integer({ min: 0, max: 60 }), bond: fc.bigInt({ min: 1n, max: 20n }) });
    fc.assert(
      fc.property(fc.array(added, { maxLength: 20 }), (sequence) => {
        let list: ListedChallenge[] = [];
        let bonded = 0n;
        sequence.forEach(({ value, bond }, i) => {
          const placed = placeChallenge(list, challengeOf(`${i}`, value, bond), [20]);
          const back = placed.replaced.reduce((sum, one) => sum + one.bond, 0n);
          if (placed.list !== list && bond >= placed.needed) bonded += bond - back;
          else expect(placed.replaced).to.have.length(0);
          if (placed.replaced.length > 0) expect(bond > back).to.equal(true);
          list = placed.list;
        });
        expect(list.length).to.be.at.most(MAX_CHALLENGES);
        expect(list.reduce((sum, one) => sum + one.bond, 0n)).to.equal(bonded);
        for (const [i, one] of list.entries()) {
          for (const other of list.slice(i + 1)) {
            const [a, b] = [one.values[0] as number, other.values[0] as number];
            expect(saySame([{ a, b, tolerance: 20 }])).to.equal(false);
          }
        }
      }),
    );
  });

  it('loses those that say what was tallied', () => {
    const list = [challengeOf('a', 10, 1n), challengeOf('b', 100, 1n), challengeOf('c', 60, 1n)];
    const { dropped, referred } = dropEmpty(list, [12], [20]);
    expect(dropped.map(({ challenger }) => challenger)).to.deep.equal(['a']);
    expect(referred.map(({ challenger }) => challenger)).to.deep.equal(['c', 'b']);
  });
});

describe('rulings', () => {
  it('mean one thing each', () => {
    const choices = choiceOfNone(2);
    expect(choices).to.equal(4);
    expect(roundRuling(0, choices)).to.deep.equal({ decision: 'voided', bonds: 'returned' });
    expect(roundRuling(1, choices)).to.deep.equal({ decision: 'upheld' });
    expect(roundRuling(3, choices)).to.deep.equal({ decision: 'overturned', winner: 1 });
    expect(roundRuling(4, choices)).to.deep.equal({ decision: 'voided', bonds: 'lost' });
    expect(roundRuling(5, choices)).to.deep.equal({ decision: 'voided', bonds: 'returned' });
  });

  it('take the bonds of those who were wrong', () => {
    const lost = (ruling: number) => [0, 1].map((i) => losesBond(roundRuling(ruling, choiceOfNone(2)), i));
    expect(lost(0)).to.deep.equal([false, false]);
    expect(lost(1)).to.deep.equal([true, true]);
    expect(lost(3)).to.deep.equal([true, false]);
    expect(lost(4)).to.deep.equal([true, true]);
  });

  it('share the cost equally', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 4 }), (cost, count) => {
        const shares = feeShares(cost, count);
        expect(shares.reduce((sum, one) => sum + one, 0n)).to.equal(cost);
        for (const share of shares) expect(share - cost / BigInt(count) <= 1n).to.equal(true);
      }),
    );
    expectError('BadInteger', () => feeShares(1n, 0));
  });

  it('move scoring to the epoch after they are carried out', () => {
    const clock = { genesis: 1_000, epochLength: 100 };
    const windows = disputeSchedule(clock, 1, 1);
    expect(windows).to.deep.equal({ challengeFrom: 1_550, challengeUntil: 1_600, referFrom: 1_600 });
    expect(scoringAfterRuling(clock, 1_699)).to.deep.equal({
      scoringEpoch: 7,
      scoreFrom: 1_700,
      scoreUntil: 1_800,
      claimFrom: 1_800,
    });
  });
});
