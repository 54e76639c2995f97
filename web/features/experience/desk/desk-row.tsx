import { Link } from '@tanstack/react-router';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { experienceMessages } from '../messages.ts';
import type { DeskEntry } from './desk-entries.ts';
import { useLotName } from './use-lot-name.ts';
import { useStepTime } from './use-step-time.ts';

function toneOf({ isUrgent, canAct, step }: DeskEntry): Tone {
  if (isUrgent) return 'amber';
  if (step === 'claim') return 'jade';
  if (step === 'done') return 'jade';
  return canAct ? 'sky' : 'neutral';
}

/** A lot on the desk with its step and the time it has; all of it leads to its report. */
export function DeskRow({ entry }: { entry: DeskEntry }) {
  const text = useText(experienceMessages);
  const timeOf = useStepTime();
  const name = useLotName();
  const { lot, step, isUrgent } = entry;
  const time = timeOf(entry);
  return (
    <Link
      to="/experience/$lot"
      params={{ lot: String(lot.number) }}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 rounded-2xl border border-line bg-surface px-4 py-3 shadow-card hover:border-line-strong sm:gap-x-6 sm:p-5"
    >
      <span className="font-display text-lg font-semibold">{name(lot)}</span>
      <span className="text-right">
        <Badge tone={toneOf(entry)}>{text(`experience.step.${step}`)}</Badge>
      </span>
      <span className="text-sm text-muted">{text('experience.lot', { code: lot.lotCode })}</span>
      {time !== null && (
        <span className={`numbers text-sm text-right ${isUrgent ? 'font-medium text-amber' : 'text-muted'}`}>
          {time}
        </span>
      )}
    </Link>
  );
}
