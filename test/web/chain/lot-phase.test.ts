import { expect } from 'chai';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { LOT_PHASES, lotPhase } from '../../../web/shared/chain/lot-phase.ts';

describe('lotPhase', () => {
  const clock = { genesis: 1_000, epochLength: 100 };
  const schedule = lotSchedule(clock, 2, 1);
  const starts = [
    0,
    schedule.saleFrom,
    schedule.saleUntil,
    schedule.revealFrom,
    schedule.tallyFrom,
    schedule.scoreFrom,
    schedule.claimFrom,
  ];

  it('changes at the second in which a window begins', () => {
    LOT_PHASES.forEach((phase, i) => {
      expect(lotPhase(schedule, starts[i] ?? 0).phase).to.equal(phase);
      if (i > 0) expect(lotPhase(schedule, (starts[i] ?? 0) - 1).phase).to.equal(LOT_PHASES[i - 1]);
    });
  });

  it('says when it ends, and that the last does not', () => {
    expect(lotPhase(schedule, schedule.saleFrom).endsAt).to.equal(schedule.saleUntil);
    expect(lotPhase(schedule, schedule.claimFrom).endsAt).to.equal(null);
  });
});
