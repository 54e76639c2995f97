import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { classNames } from './class-names.ts';
import { type ConfidenceLevel, confidenceLevel } from './confidence-level.ts';
import { uiMessages } from './ui-messages.ts';

const BARS: Record<ConfidenceLevel, number> = { None: 0, Low: 1, Good: 2, High: 3 };

interface Props {
  reports: number;
  /** Hundredths: (Σ weight)² / Σ weight². */
  effectiveReports: number | bigint | string;
  /** One line only. */
  compact?: boolean;
}

/** How sure a verdict is: how many reported, and how evenly their weight is spread. */
export function ConfidenceMeter({ reports, effectiveReports, compact = false }: Props) {
  const text = useText(uiMessages);
  const format = useFormat();
  const effective = Number(effectiveReports);
  const level = confidenceLevel(reports, effective);
  const count = format.number(Math.floor(effective / 10) / 10);
  return (
    <span className="inline-flex items-center gap-2.5">
      <span aria-hidden="true" className="flex items-end gap-0.5">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={classNames('w-1.5 rounded-sm', bar <= BARS[level] ? 'bg-jade' : 'bg-line')}
            style={{ height: `${0.3 + bar * 0.25}rem` }}
          />
        ))}
      </span>
      <span className={compact ? 'text-sm' : undefined}>
        {!compact && reports > 0 && <span className="mr-1.5 font-medium">{text(`ui.confidence${level}`)}</span>}
        <span className="text-muted">
          {text('ui.confidence', { count: reports })}
          {!compact && reports > 0 && effective > 0 && ` · ${text('ui.effective', { count })}`}
        </span>
      </span>
    </span>
  );
}
