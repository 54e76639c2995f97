import type { ReactNode } from 'react';
import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import { useText } from '../i18n/use-text.ts';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { parseScaled, type ScaledRange } from './parse-scaled.ts';
import { uiMessages } from './ui-messages.ts';

interface Props extends ScaledRange {
  label: ReactNode;
  hint?: ReactNode;
  /** What was typed; keep the text and read it with {@link parseScaled}, so that half-typed numbers survive. */
  text: string;
  onText: (text: string) => void;
  unit?: string | undefined;
  optional?: boolean;
  disabled?: boolean;
  /** Something else is wrong with the number. */
  error?: ReactNode;
}

/** A decimal number in units of 10^−decimals, typed as people write numbers. */
export function NumberInput({ label, hint, text: typed, onText, unit, optional, disabled, error, ...range }: Props) {
  const text = useText(uiMessages);
  const parsed = parseScaled(typed, range);
  const shown = (value = 0) => fromScaled(value, range.decimals);
  const problem =
    parsed.kind === 'bad'
      ? text(parsed.reason, {
          example: shown(range.min ?? 1),
          decimals: range.decimals,
          min: shown(range.min),
          max: shown(range.max),
        })
      : error;
  return (
    <Field label={label} hint={hint} error={problem} optional={optional ?? false}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className={unit ? 'numbers pr-20' : 'numbers'}
            value={typed}
            disabled={disabled}
            onChange={(event) => onText(event.target.value)}
          />
          {unit && (
            <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-muted">
              {unit}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
