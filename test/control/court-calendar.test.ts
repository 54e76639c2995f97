import { expect } from 'chai';
import { comingUp, deadlinesOf, dutiesOf, haltAt, newDuty } from '../../scripts/control/court-calendar.ts';
import type { OpenDispute } from '../../scripts/residents/docket.ts';

const DAY = 24 * 60 * 60;
const clock = { genesis: 0, epochLength: 7 * DAY };

function dispute(changes: Partial<OpenDispute> = {}): OpenDispute {
  return {
    disputeId: 2n,
    caseId: 5n,
    kind: 'listing',
    subject: 14,
    ground: 3,
    phase: 'Commit',
    endsAt: 3 * DAY,
    round: 0,
    seedBlock: 10,
    jury: [12, 4, 7],
    ballots: [{ state: 'none' }, { state: 'committed' }, { state: 'none' }],
    ...changes,
  };
}

describe('what the court wants next', () => {
  it('is a deadline where time ends the phase, and it is ahead', () => {
    const disputes = [
      dispute(),
      dispute({ phase: 'Arming', endsAt: 0 }),
      dispute({ phase: 'Final', endsAt: 4 * DAY }),
      dispute({ phase: 'Appeal', endsAt: 9 * DAY }),
    ];
    expect(deadlinesOf(disputes, DAY)).to.deep.equal([3 * DAY, 9 * DAY]);
    expect(deadlinesOf(disputes, 3 * DAY)).to.deep.equal([9 * DAY]);
  });

  it('comes before the next phase of the epoch or after it', () => {
    expect(comingUp(clock, DAY, [])).to.deep.include({ at: 3.5 * DAY, disputeId: null });
    expect(comingUp(clock, DAY, [dispute({ endsAt: 4 * DAY })]).at).to.equal(3.5 * DAY);
    const next = comingUp(clock, DAY, [dispute({ endsAt: 2.5 * DAY, disputeId: 3n, phase: 'Appeal' }), dispute()]);
    expect(next).to.deep.include({ at: 2.5 * DAY, disputeId: 3 });
    expect(next.what.en).to.match(/^case 5: no more appeal/);
    expect(comingUp(clock, 4 * DAY, []).what).to.deep.equal({ 'zh-Hans': '第 1 周期开始', en: 'epoch 1 begins' });
  });

  it('is a vote of whoever has not voted, then the opening of those who have', () => {
    const waiting = (changes?: Partial<OpenDispute>) => dutiesOf([dispute(changes)]).map((duty) => duty.candidateId);
    expect(waiting()).to.deep.equal([12, 7]);
    expect(waiting({ phase: 'Reveal' })).to.deep.equal([4]);
    expect(waiting({ phase: 'Appeal' })).to.deep.equal([]);
  });

  it('stops the clock when it is new', () => {
    const before = dutiesOf([dispute()]);
    expect(newDuty(before, before)).to.equal(undefined);
    const duty = newDuty(before, dutiesOf([dispute({ phase: 'Reveal' })]));
    expect(duty).to.include({ kind: 'reveal', disputeId: 2n, candidateId: 4 });
    if (duty !== undefined) expect(haltAt(duty).en).to.include('open yours first');
    expect(newDuty(before, dutiesOf([dispute({ round: 1 })]))?.kind).to.equal('commit');
  });
});
