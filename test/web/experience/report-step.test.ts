import { expect } from 'chai';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { type ReportSituation, reportStep } from '../../../web/features/experience/desk/report-step.ts';

const schedule = lotSchedule({ genesis: 0, epochLength: 100 }, 1, 2);
// Sale 100 … 300, commits until 600, reveal until 650, tally until 700, scores until 800.
const fresh: ReportSituation = {
  purchase: 'posted',
  schedule,
  report: 'None',
  round: 'Open',
  isClosed: false,
  isDisputed: false,
};
const at = (change: Partial<ReportSituation>, now: number) => {
  const { step, until } = reportStep({ ...fresh, ...change }, now);
  return [step, until];
};

describe('the step of a purchase', () => {
  it('waits until it is settled and posted, then wants a report', () => {
    expect(at({ purchase: 'unsettled' }, 250)).to.deep.equal(['unsettled', 600]);
    expect(at({ purchase: 'unposted' }, 350)).to.deep.equal(['unposted', 600]);
    expect(at({}, 599)).to.deep.equal(['commit', 600]);
    expect(at({}, 600)).to.deep.equal(['missed', null]);
    expect(at({ purchase: 'ended' }, 250)).to.deep.equal(['withdrawn', null]);
  });

  it('of a committed report is to wait, to reveal, or to take back what is left of the bond', () => {
    expect(at({ report: 'Committed' }, 599)).to.deep.equal(['awaitReveal', 600]);
    expect(at({ report: 'Committed' }, 600)).to.deep.equal(['reveal', 650]);
    expect(at({ report: 'Committed' }, 649)).to.deep.equal(['reveal', 650]);
    expect(at({ report: 'Committed' }, 650)).to.deep.equal(['unrevealed', null]);
  });

  it('of a revealed report follows its round', () => {
    expect(at({ report: 'Revealed' }, 620)).to.deep.equal(['awaitTally', 700]);
    expect(at({ report: 'Revealed', round: 'Tallied' }, 700)).to.deep.equal(['finalize', 800]);
    expect(at({ report: 'Revealed', round: 'Final' }, 701)).to.deep.equal(['score', 800]);
    expect(at({ report: 'Scored', round: 'Final' }, 701)).to.deep.equal(['awaitClose', 800]);
    expect(at({ report: 'Scored', round: 'Final' }, 800)).to.deep.equal(['close', null]);
    expect(at({ report: 'Scored', round: 'Final', isClosed: true }, 800)).to.deep.equal(['claim', null]);
    expect(at({ report: 'Claimed', round: 'Final', isClosed: true }, 800)).to.deep.equal(['done', null]);
  });

  it('of a round without a verdict is to take the bond back at once', () => {
    expect(at({ report: 'Revealed', round: 'Unproven' }, 701)).to.deep.equal(['claim', null]);
    expect(at({ report: 'Revealed', round: 'Voided' }, 701)).to.deep.equal(['claim', null]);
  });

  it('of a disputed round is to wait for the ruling, then for the epoch in which it is scored', () => {
    const disputed = { report: 'Revealed', isDisputed: true } as const;
    expect(at({ ...disputed, round: 'Tallied' }, 650)).to.deep.equal(['awaitTally', 700]);
    expect(at({ ...disputed, round: 'Tallied' }, 950)).to.deep.equal(['awaitRuling', null]);
    // Challenged but never tallied: it ends as others do.
    expect(at({ ...disputed, round: 'Open' }, 701)).to.deep.equal(['finalize', 800]);
    const later = { ...schedule, scoringEpoch: 10, scoreFrom: 1_000, scoreUntil: 1_100, claimFrom: 1_100 };
    expect(at({ ...disputed, round: 'Final', schedule: later }, 950)).to.deep.equal(['awaitScoring', 1_000]);
    expect(at({ ...disputed, round: 'Final', schedule: later }, 1_050)).to.deep.equal(['score', 1_100]);
  });

  it('is urgent only where waiting costs something', () => {
    expect(reportStep(fresh, 300).isUrgent).to.equal(true);
    expect(reportStep({ ...fresh, report: 'Committed' }, 610).isUrgent).to.equal(true);
    expect(reportStep({ ...fresh, report: 'Revealed', round: 'Final' }, 701)).to.include({
      isUrgent: false,
      canAct: true,
    });
    expect(reportStep({ ...fresh, report: 'Committed' }, 300)).to.include({ isUrgent: false, canAct: false });
  });
});
