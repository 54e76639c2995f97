import { epochStart } from '../../../../protocol/clock/epoch-start.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { type CalendarUse, MAX_LEAD_EPOCHS, MAX_SALE_EPOCHS, saleCalendar } from '../sale-window.ts';
import { wizardMessages } from '../wizard-messages.ts';

interface Props {
  currentEpoch: number;
  startEpoch: number;
  epochs: number;
  onChange: (change: { startEpoch?: number; epochs?: number }) => void;
}

const LOOKS: Record<CalendarUse, string> = {
  before: 'bg-sunken text-muted',
  sale: 'bg-jade-soft text-jade',
  reports: 'bg-sky-soft text-sky',
  closing: 'bg-seal-soft text-seal',
  scoring: 'bg-amber-soft text-amber',
  claims: 'bg-sunken text-ink',
};

/** When a lot is sold, on a calendar of epochs that shows everything that follows from it. */
export function SaleFields({ currentEpoch, startEpoch, epochs, onChange }: Props) {
  const text = useText(wizardMessages);
  const format = useFormat();
  const { clock } = useAppConfig();
  const { schedule, calendar } = saleCalendar(clock, currentEpoch, startEpoch, epochs);
  const starts = Array.from({ length: MAX_LEAD_EPOCHS + 1 }, (_, i) => currentEpoch + i);
  const lengths = Array.from({ length: MAX_SALE_EPOCHS }, (_, i) => i + 1);
  return (
    <div className="grid gap-6">
      <Card className="grid gap-5 sm:grid-cols-2">
        <Field label={text('offer.start')}>
          {(control) => (
            <Select
              {...control}
              value={startEpoch}
              onChange={({ target }) => onChange({ startEpoch: Number(target.value) })}
            >
              {starts.map((epoch) => (
                <option key={epoch} value={epoch}>
                  {epoch === currentEpoch
                    ? text('offer.startNow', { epoch: String(epoch) })
                    : text('offer.startLater', { epoch: String(epoch), date: format.date(epochStart(clock, epoch)) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text('offer.length')}>
          {(control) => (
            <Select {...control} value={epochs} onChange={({ target }) => onChange({ epochs: Number(target.value) })}>
              {lengths.map((count) => (
                <option key={count} value={count}>
                  {text('offer.lengthEpochs', { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Card>
      <section className="grid gap-3">
        <h3 className="font-medium">{text('offer.calendar')}</h3>
        <ol className="grid gap-1.5">
          {calendar.map(({ epoch, startsAt, use, isNow }) => (
            <li
              key={epoch}
              aria-current={isNow || undefined}
              className={classNames(
                'grid grid-cols-[3.5rem_7rem_minmax(0,1fr)] items-baseline gap-3 rounded-lg px-4 py-2.5 max-sm:grid-cols-[3rem_minmax(0,1fr)]',
                LOOKS[use],
                isNow && 'ring-1 ring-current',
              )}
            >
              <strong className="numbers font-semibold">{epoch}</strong>
              <span className="numbers text-sm max-sm:text-right">{format.date(startsAt)}</span>
              <span className="max-sm:col-span-2">{text(`offer.use.${use}`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <Notice kind="warning">
        {text('offer.youOpen', {
          from: format.dateTime(schedule.revealFrom),
          until: format.dateTime(schedule.revealUntil),
        })}
      </Notice>
    </div>
  );
}
