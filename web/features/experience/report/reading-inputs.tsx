import { Plus } from 'lucide-react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { NumberInput } from '../../../shared/ui/number-input.tsx';
import { reportMessages } from '../report-messages.ts';
import { EXTRA_DIGITS } from './measure-parameter.ts';

const MOST_READINGS = 20;

interface Props {
  /** As typed. */
  readings: readonly string[];
  decimals: number;
  unit: string;
  onChange: (readings: readonly string[]) => void;
}

/** One field a reading, and a button for more. */
export function ReadingInputs({ readings, decimals, unit, onChange }: Props) {
  const text = useText(reportMessages);
  return (
    <div className="grid grid-cols-2 gap-3">
      {readings.map((reading, i) => (
        <NumberInput
          // biome-ignore lint/suspicious/noArrayIndexKey: readings are told apart by their place only
          key={i}
          label={text('report.reading', { number: i + 1 })}
          text={reading}
          onText={(typed) => onChange(readings.with(i, typed))}
          decimals={Math.min(9, decimals + EXTRA_DIGITS)}
          unit={unit || undefined}
        />
      ))}
      {readings.length < MOST_READINGS && (
        <Button
          kind="quiet"
          size="small"
          className="self-end justify-self-start"
          onClick={() => onChange([...readings, ''])}
        >
          <Plus aria-hidden="true" className="size-4" />
          {text('report.addReading')}
        </Button>
      )}
    </div>
  );
}
