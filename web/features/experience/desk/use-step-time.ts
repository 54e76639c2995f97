import { useNow } from '../../../shared/chain/use-now.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { experienceMessages } from '../messages.ts';
import type { StepNow } from './report-step.ts';

/** How long a step lasts, in words: time left, time to wait, or the day by which to report; null: no time matters. */
export function useStepTime(): (entry: StepNow) => string | null {
  const text = useText(experienceMessages);
  const format = useFormat();
  const now = useNow();
  return ({ step, until, canAct }) => {
    if (until === null || now === undefined) return null;
    if (step === 'unsettled' || step === 'unposted') return text('experience.reportBy', { date: format.date(until) });
    const duration = format.duration(until - now);
    if (step === 'awaitReveal' || step === 'awaitTally' || step === 'awaitScoring' || step === 'awaitClose') {
      return text(`experience.from.${step}`, { duration });
    }
    return canAct ? text('experience.left', { duration }) : null;
  };
}
