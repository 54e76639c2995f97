import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { DeskEntry } from '../desk/desk-entries.ts';
import { useStepTime } from '../desk/use-step-time.ts';
import { experienceMessages } from '../messages.ts';

/** Where the report is, what that means, and how long it lasts. */
export function StepHeader({ entry }: { entry: DeskEntry }) {
  const text = useText(experienceMessages);
  const format = useFormat();
  const timeOf = useStepTime();
  const { step, until, isUrgent } = entry;
  const kind = isUrgent || step === 'unrevealed' ? 'warning' : step === 'done' || step === 'claim' ? 'success' : 'info';
  const time = timeOf(entry);
  return (
    <Notice
      kind={kind}
      title={
        <>
          {text(`experience.step.${step}`)}
          {time && <span className="numbers font-normal"> · {time}</span>}
        </>
      }
    >
      {text(`experience.stepHelp.${step}`)}
      {until !== null && isUrgent && <> {text('experience.by', { date: format.dateTime(until) })}</>}
    </Notice>
  );
}
