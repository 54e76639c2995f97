import { expect } from 'chai';
import { taskOf } from '../../../web/features/court/jury/duty-task.ts';

type Duty = Parameters<typeof taskOf>[0];

const duty = (state: string, index = 0) =>
  ({
    state,
    round: { index },
    dispute: {
      evidenceEndsAt: '100',
      latestRound: { index: 0, stage: 'DRAWN', commitEndsAt: '200', revealEndsAt: '300', appealEndsAt: '400' },
    },
  }) as unknown as Duty;

describe('what a juror has to do', () => {
  it('is to vote, then to reveal, in time', () => {
    expect(taskOf(duty('DRAWN'), 199)).to.equal('vote');
    expect(taskOf(duty('COMMITTED'), 199)).to.equal('sealed');
    expect(taskOf(duty('COMMITTED'), 200)).to.equal('reveal');
    expect(taskOf(duty('REVEALED'), 299)).to.equal('revealed');
    expect(taskOf(duty('DRAWN'), 200)).to.equal('missed');
  });

  it('is nothing any more when the round is over, or another one has begun', () => {
    expect(taskOf(duty('COMMITTED'), 300)).to.equal('past');
    expect(taskOf({ ...duty('DRAWN'), round: { index: 1 } }, 150)).to.equal('past');
  });
});
