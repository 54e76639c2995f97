import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Stepper } from '../../../shared/ui/stepper.tsx';
import { uiMessages } from '../../../shared/ui/ui-messages.ts';

export interface WizardStep {
  readonly key: string;
  readonly label: string;
  /** One cannot go on before it is. */
  readonly isComplete: boolean;
  readonly content: ReactNode;
}

interface Props {
  steps: readonly WizardStep[];
  current: number;
  onStep: (index: number) => void;
  /** Somebody wanted to go on although something is missing: say what. */
  onIncomplete: () => void;
}

/** Several pages of a form, one after the other; the last one has its own button. */
export function Wizard({ steps, current, onStep, onIncomplete }: Props) {
  const text = useText(uiMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const step = steps[current];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step moves the focus to its heading, nothing else does
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [current]);

  if (!step) return null;
  const goOn = () => (step.isComplete ? onStep(current + 1) : onIncomplete());
  return (
    <div className="grid gap-8">
      <Stepper brief steps={steps} current={current} />
      <section className="grid gap-6">
        <h2 ref={heading} tabIndex={-1} className="font-display text-xl font-semibold outline-none sm:text-2xl">
          {step.label}
        </h2>
        {step.content}
      </section>
      <div className="flex justify-between gap-3">
        <Button disabled={current === 0} onClick={() => onStep(current - 1)}>
          {text('ui.previous')}
        </Button>
        {current < steps.length - 1 && (
          <Button kind="primary" onClick={goOn} data-tour="wizard-next">
            {text('ui.next')}
          </Button>
        )}
      </div>
    </div>
  );
}
