import { expect } from 'chai';
import fc from 'fast-check';
import {
  simpleMajority,
  superMajorityAgainst,
  superMajorityApprove,
  type Tally,
} from '../../../protocol/governance/adaptive-quorum.ts';
import { DECISION_CLASSES, ruleOf } from '../../../protocol/governance/decision-class.ts';
import { forNeeded } from '../../../protocol/governance/for-needed.ts';
import { proposalThreshold, turnoutFloor } from '../../../protocol/governance/turnout-floor.ts';

const votes = fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 10n ** 15n }));
const tally = fc
  .tuple(votes, votes, votes)
  .map(([forVotes, againstVotes, silent]) => tallyOf(forVotes, againstVotes, silent));

function tallyOf(forVotes: bigint, againstVotes: bigint, silent: bigint): Tally {
  const turnout = forVotes + againstVotes;
  return { forVotes, againstVotes, turnout, electorate: turnout + silent };
}

describe('adaptive quorum', () => {
  it('needs two thirds of a quarter, and a third for emergencies', () => {
    expect(superMajorityApprove(tallyOf(2_000n, 1_000n, 9_000n))).to.equal(false);
    expect(superMajorityApprove(tallyOf(2_001n, 1_000n, 9_003n))).to.equal(true);
    expect(superMajorityAgainst(tallyOf(1_000n, 2_000n, 9_000n))).to.equal(false);
    expect(superMajorityAgainst(tallyOf(1_001n, 2_000n, 9_003n))).to.equal(true);
  });

  it('never passes what real roots would not', () => {
    fc.assert(
      fc.property(tally, (t) => {
        const { forVotes: f, againstVotes: a, turnout, electorate } = t;
        if (superMajorityApprove(t)) expect(a ** 2n * electorate < f ** 2n * turnout).to.equal(true);
        if (superMajorityAgainst(t)) expect(a ** 2n * turnout < f ** 2n * electorate).to.equal(true);
      }),
    );
  });

  it('is stricter the stricter the class', () => {
    fc.assert(
      fc.property(tally, (t) => {
        if (superMajorityApprove(t)) expect(simpleMajority(t)).to.equal(true);
        if (simpleMajority(t)) expect(superMajorityAgainst(t)).to.equal(true);
      }),
    );
  });

  it('is the simple majority when everybody votes', () => {
    fc.assert(
      fc.property(votes, votes, (f, a) => {
        const t = tallyOf(f, a, 0n);
        expect(superMajorityApprove(t)).to.equal(simpleMajority(t));
        expect(superMajorityAgainst(t)).to.equal(simpleMajority(t));
      }),
    );
  });

  it('never turns against one more vote in favour, nor for one more against', () => {
    fc.assert(
      fc.property(
        tally,
        fc.constantFrom(...DECISION_CLASSES),
        ({ forVotes, againstVotes, electorate }, decisionClass) => {
          const passes = (f: bigint, a: bigint) =>
            ruleOf(decisionClass)({ forVotes: f, againstVotes: a, turnout: f + a, electorate });
          if (passes(forVotes, againstVotes)) expect(passes(forVotes + 1n, againstVotes)).to.equal(true);
          else expect(passes(forVotes, againstVotes + 1n)).to.equal(false);
        },
      ),
    );
  });

  it('tells how many are needed', () => {
    fc.assert(
      fc.property(votes, votes, fc.constantFrom(...DECISION_CLASSES), (againstVotes, silent, decisionClass) => {
        const electorate = againstVotes + silent;
        const needed = forNeeded(decisionClass, againstVotes, electorate);
        expect(needed === null).to.equal(electorate === 0n);
        if (needed === null) return;
        const passes = (forVotes: bigint) =>
          ruleOf(decisionClass)({ forVotes, againstVotes, turnout: forVotes + againstVotes, electorate });
        expect(passes(needed)).to.equal(true);
        expect(passes(needed - 1n)).to.equal(false);
      }),
    );
    expect(forNeeded('parameter', 2n ** 128n, 1n)).to.equal(null);
    expect(forNeeded('constitutional', 0n, 0n)).to.equal(null);
    // One opponent of ten thousand asks for 22 supporters: 22 · √23 > 100 > 21 · √22.
    expect(forNeeded('constitutional', 1n, 10_000n)).to.equal(22n);
    expect(forNeeded('parameter', 1n, 10_000n)).to.equal(2n);
    expect(forNeeded('emergency', 100n, 10_000n)).to.equal(11n);
  });

  it('rounds floors and thresholds up', () => {
    expect(turnoutFloor(400n, 10_001n, 0n)).to.equal(401n);
    expect(turnoutFloor(400n, 10_000n, 0n)).to.equal(400n);
    expect(turnoutFloor(400n, 10_000n, 401n)).to.equal(401n);
    expect(proposalThreshold(50n, 1n)).to.equal(1n);
    expect(proposalThreshold(50n, 0n)).to.equal(1n);
  });
});
