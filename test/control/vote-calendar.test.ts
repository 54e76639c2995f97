import { expect } from 'chai';
import { ClockMover, type MovingParts } from '../../scripts/control/clock-mover.ts';
import { comingUp, haltAt, newDuty } from '../../scripts/control/court-calendar.ts';
import { comingDecisions, turnsOf, type VoterDuty } from '../../scripts/control/vote-calendar.ts';
import type { OpenProposal } from '../../scripts/residents/agenda.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const clock = { genesis: 0, epochLength: 7 * DAY };
const voter = '0x0000000000000000000000000000000000000007';

function proposal(changes: Partial<OpenProposal> = {}): OpenProposal {
  return {
    ...{ proposalId: 2n ** 250n, title: '低一点 / Lower', decisionClass: 'parameter', state: 'Pending', calls: [] },
    ...{ snapshot: 2 * DAY, deadline: 6 * DAY, eta: 0 },
    ...changes,
  };
}

const duty: VoterDuty = { kind: 'vote', proposalId: 5n, title: 'Lower', until: 6 * DAY };

describe('what decisions want next', () => {
  it('is the beginning of a vote, its end, and the end of the delay', () => {
    expect(turnsOf([proposal()], DAY)).to.deep.equal([2 * DAY + 1]);
    expect(turnsOf([proposal({ state: 'Active' })], 2 * DAY + 1)).to.deep.equal([6 * DAY + 1, 3 * DAY]);
    expect(turnsOf([proposal({ state: 'Active' })], 3 * DAY)).to.deep.equal([6 * DAY + 1]);
    expect(turnsOf([proposal({ state: 'Queued', eta: 7 * DAY })], 6 * DAY)).to.deep.equal([7 * DAY]);
    expect(turnsOf([proposal({ state: 'Succeeded' })], 6 * DAY)).to.deep.equal([]);
  });

  it('says which proposal, and leaves out when residents vote', () => {
    const [coming, ...others] = comingDecisions([proposal({ state: 'Active' })], 2 * DAY + 1);
    expect(others).to.deep.equal([]);
    expect(coming).to.deep.include({ at: 6 * DAY + 1, disputeId: null, proposalId: String(2n ** 250n) });
    expect(coming?.what).to.deep.equal({
      'zh-Hans': '提案“低一点 / Lower”：表决结束',
      en: 'proposal “低一点 / Lower”: the vote ends',
    });
  });

  it('comes before the next phase of the epoch or after it', () => {
    expect(comingUp(clock, DAY, [], [proposal()])).to.include({ at: 2 * DAY + 1, proposalId: String(2n ** 250n) });
    expect(comingUp(clock, DAY, [], [proposal({ snapshot: 4 * DAY })])).to.include({ at: 3.5 * DAY, proposalId: null });
  });

  it('stops the clock where a vote begins for the account that it is moved as', async () => {
    let time = DAY;
    const days: number[] = [];
    const parts: MovingParts = {
      clock,
      now: async () => time,
      advance: async (to) => {
        time = to;
        days.push(to / DAY);
      },
      tick: async () => {},
      live: async () => 0,
      judge: async () => 0,
      docket: async () => [],
      agenda: async () => [proposal({ state: time > 2 * DAY ? 'Active' : 'Pending' })],
      duties: async () => (time > 2 * DAY ? [duty] : []),
      indexed: async () => {},
      failed: (error) => {
        throw error;
      },
    };
    const mover = new ClockMover(parts);
    await mover.begin('next-epoch', voter);
    await mover.settled();
    expect(time).to.equal(2 * DAY + 1);
    expect(mover.halted?.en).to.include('“Lower” has begun');
    await mover.begin('next-step', voter);
    await mover.settled();
    // Residents vote on the way.
    expect(days).to.deep.equal([2 + 1 / DAY, 3, 3.5]);
    expect(mover.halted).to.equal(null);
  });

  it('is a duty once', () => {
    expect(newDuty([], [duty])).to.equal(duty);
    expect(newDuty([duty], [duty])).to.equal(undefined);
    expect(haltAt(duty)['zh-Hans']).to.include('开始表决');
  });
});
