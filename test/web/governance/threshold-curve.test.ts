import { expect } from 'chai';
import { ruleOf } from '../../../protocol/governance/decision-class.ts';
import { forOfTurnout, standingOf, thresholdCurve } from '../../../web/features/governance/threshold-curve.ts';

const POWER = 1_000_000n;
const ALL = 40_000n * POWER;

describe('threshold that adapts to the turnout', () => {
  it('is the fewest votes that the rule takes', () => {
    for (const decisionClass of ['constitutional', 'parameter', 'emergency'] as const) {
      for (const turnout of [1n, 7n, 100n, ALL / 3n, ALL]) {
        const least = forOfTurnout(decisionClass, turnout, ALL);
        if (least === null) throw new Error(`${decisionClass} at ${turnout}`);
        const passes = (forVotes: bigint) =>
          ruleOf(decisionClass)({ forVotes, againstVotes: turnout - forVotes, turnout, electorate: ALL });
        expect(passes(least), `${decisionClass} at ${turnout}`).to.equal(true);
        expect(least === 0n || !passes(least - 1n), `${decisionClass} at ${turnout}`).to.equal(true);
      }
    }
  });

  it('has none where nobody votes, or nobody could', () => {
    expect(forOfTurnout('parameter', 0n, ALL)).to.equal(null);
    expect(forOfTurnout('parameter', 5n, 0n)).to.equal(null);
  });

  it('falls to a half, stays there, or rises to it', () => {
    const [few, quarter, last] = [0, 24, 99];
    const shares = (decisionClass: 'constitutional' | 'parameter' | 'emergency') => {
      const curve = thresholdCurve(decisionClass, ALL);
      return [few, quarter, last].map((i) => curve[i]?.shareBps);
    };
    expect(shares('constitutional')).to.deep.equal([9_090, 6_666, 5_000]);
    expect(shares('parameter')).to.deep.equal([5_000, 5_000, 5_000]);
    expect(shares('emergency')).to.deep.equal([909, 3_333, 5_000]);
  });

  it('has no steps where there is hardly any power', () => {
    expect(thresholdCurve('constitutional', 3n).map(({ shareBps }) => shareBps)).to.deep.equal(
      thresholdCurve('constitutional', ALL).map(({ shareBps }) => shareBps),
    );
  });

  it('says where a vote stands', () => {
    const votes = { forVotes: ALL / 5n, againstVotes: ALL / 20n, abstainVotes: 0n };
    expect(standingOf('constitutional', votes, ALL, ALL / 25n)).to.deep.equal({
      turnoutBps: 2_500,
      shareBps: 8_000,
      neededBps: 6_667,
      floorBps: 400,
      isFloorMet: true,
    });
  });

  it('says that a simple majority is more than a half, whoever votes', () => {
    for (const turnout of [3n * POWER, 4n * POWER, 4n * POWER + 1n]) {
      const votes = { forVotes: turnout, againstVotes: 0n, abstainVotes: 0n };
      expect(standingOf('parameter', votes, ALL, 0n).neededBps).to.equal(5_000);
    }
  });

  it('counts abstentions for the floor alone', () => {
    const votes = { forVotes: ALL / 100n, againstVotes: 0n, abstainVotes: ALL / 100n };
    const { turnoutBps, floorBps, isFloorMet } = standingOf('parameter', votes, ALL, ALL / 25n);
    expect({ turnoutBps, floorBps, isFloorMet }).to.deep.equal({ turnoutBps: 100, floorBps: 300, isFloorMet: false });
    const all = { forVotes: 0n, againstVotes: 0n, abstainVotes: ALL };
    expect(standingOf('parameter', all, ALL, ALL / 25n)).to.deep.equal({
      turnoutBps: 0,
      shareBps: null,
      neededBps: null,
      floorBps: 0,
      isFloorMet: true,
    });
  });
});
