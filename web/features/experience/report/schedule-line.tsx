import type { LotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Stepper } from '../../../shared/ui/stepper.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { reportMessages } from '../report-messages.ts';

/** The one round of a lot, phase by phase. */
export function ScheduleLine({ schedule }: { schedule: LotSchedule }) {
  const text = useText(reportMessages);
  const now = useNow() ?? 0;
  const phases = [
    ['sale', schedule.saleFrom, schedule.saleUntil],
    ['commit', schedule.saleUntil, schedule.commitUntil],
    ['reveal', schedule.revealFrom, schedule.revealUntil],
    ['tally', schedule.tallyFrom, schedule.tallyUntil],
    ['score', schedule.scoreFrom, schedule.scoreUntil],
    ['claim', schedule.claimFrom, Number.POSITIVE_INFINITY],
  ] as const;
  const current = phases.findIndex(([, , until]) => now < until);
  return (
    <Disclosure summary={text('report.schedule')}>
      <Stepper
        current={current}
        steps={phases.map(([key, from]) => ({
          key,
          label: text(`report.phase.${key}`),
          note: <Timestamp at={from} />,
        }))}
      />
    </Disclosure>
  );
}
