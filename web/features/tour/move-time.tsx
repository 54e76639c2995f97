import { useErrorText } from '../../shared/errors/use-error-text.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Cycle } from './cycle-facts.ts';
import { tourMessages } from './messages.ts';
import { timeLimit, timeTarget } from './time-target.ts';
import type { TourStep } from './tour-steps.ts';
import { useGoOn } from './use-go-on.ts';

interface Props {
  step: TourStep;
  cycle: Cycle;
  /** Has to be done first, such as to become somebody. */
  before: () => Promise<unknown>;
}

/** One press moves time as far as the next thing to do needs. */
export function MoveTime({ step, cycle: { schedule, now }, before }: Props) {
  const text = useText(tourMessages);
  const localized = useLocalized();
  const format = useFormat();
  const sentence = useErrorText();
  const target = schedule ? timeTarget(step, schedule) : null;
  const { go, isMoving, doing, error } = useGoOn(target, schedule ? timeLimit(step, schedule) : null);
  return (
    <>
      <Button kind="primary" busy={isMoving} onClick={() => before().then(go, () => undefined)} data-tour-action="time">
        {isMoving
          ? text('tour.moving')
          : target !== null && target > now
            ? text('tour.moveTo', { date: format.date(target) })
            : text('tour.moveOn')}
      </Button>
      {doing && <p className="text-sm text-muted">{localized(doing)}</p>}
      {error && <p className="text-sm text-danger">{sentence(error)}</p>}
    </>
  );
}
