import { Minus, Plus } from 'lucide-react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { checkoutMessages } from '../checkout-messages.ts';

interface Props {
  label: string;
  value: number;
  max: number;
  hint?: string;
  onChange: (value: number) => void;
}

/** A whole number of units between 1 and `max`. */
export function QuantityField({ label, value, max, hint, onChange }: Props) {
  const text = useText(checkoutMessages);
  const set = (next: number) => onChange(Math.max(1, Math.min(max, next)));
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="flex max-w-56 items-center gap-2">
          <Button aria-label={text('checkout.fewer')} disabled={value <= 1} onClick={() => set(value - 1)}>
            <Minus aria-hidden="true" className="size-4" />
          </Button>
          <Input
            {...control}
            inputMode="numeric"
            className="numbers text-center"
            value={String(value)}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, '').slice(0, 4);
              set(digits === '' ? 1 : Number(digits));
            }}
          />
          <Button aria-label={text('checkout.moreUnits')} disabled={value >= max} onClick={() => set(value + 1)}>
            <Plus aria-hidden="true" className="size-4" />
          </Button>
        </div>
      )}
    </Field>
  );
}
