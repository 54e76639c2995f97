import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { classNames } from './class-names.ts';
import { uiMessages } from './ui-messages.ts';

export interface Step {
  readonly key: string;
  readonly label: string;
  /** Under the label, such as when it was or will be. */
  readonly note?: ReactNode;
}

interface Props {
  steps: readonly Step[];
  /** Index of the step one is at; `steps.length`: all are done. */
  current: number;
  /** Down the page instead of along it. */
  vertical?: boolean;
  /** On phones one line about the step one is at, instead of a list of all. */
  brief?: boolean;
}

/** Where one is in a row of steps. */
export function Stepper({ brief = false, ...rest }: Props) {
  if (!brief) return <AllSteps {...rest} />;
  return (
    <>
      <div className="sm:hidden">
        <StepNow {...rest} />
      </div>
      <div className="hidden sm:block">
        <AllSteps {...rest} />
      </div>
    </>
  );
}

function StepNow({ steps, current }: Props) {
  const text = useText(uiMessages);
  const index = Math.min(current, steps.length - 1);
  const label = steps[index]?.label ?? '';
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">
        {text('ui.stepOf', { number: index + 1, count: steps.length })} ·{' '}
        <span className="font-medium text-ink">{label}</span>
        {current > index && ` (${text('ui.stepDone')})`}
      </p>
      <div aria-hidden="true" className="flex gap-1.5">
        {steps.map(({ key }, i) => (
          <span key={key} className={classNames('h-1 flex-1 rounded-full', i <= current ? 'bg-jade' : 'bg-line')} />
        ))}
      </div>
    </div>
  );
}

function AllSteps({ steps, current, vertical = false }: Props) {
  const text = useText(uiMessages);
  return (
    <ol className={classNames('flex gap-x-2 gap-y-3', vertical ? 'flex-col' : 'flex-col sm:flex-row')}>
      {steps.map(({ key, label, note }, i) => (
        <li
          key={key}
          aria-current={i === current ? 'step' : undefined}
          className={classNames('flex flex-1 items-start gap-3', !vertical && 'sm:flex-col sm:gap-2')}
        >
          <span
            aria-hidden="true"
            className={classNames(
              'grid size-7 shrink-0 place-items-center rounded-full border text-sm font-medium numbers',
              i < current && 'border-jade bg-jade text-on-jade',
              i === current && 'border-jade text-jade',
              i > current && 'border-line-strong/60 text-muted',
            )}
          >
            {i < current ? <Check className="size-4" /> : i + 1}
          </span>
          <span className="grid">
            <span className={i > current ? 'text-muted' : 'font-medium'}>
              <span className="sr-only">{text('ui.step', { number: i + 1, count: steps.length, name: '' })}</span>
              {label}
              {i < current && <span className="sr-only"> ({text('ui.stepDone')})</span>}
            </span>
            {note && <span className="text-sm text-muted">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
