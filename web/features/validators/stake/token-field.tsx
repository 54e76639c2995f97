import { parseToken } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { validatorsMessages } from '../messages.ts';
import { plainToken } from '../plain-token.ts';

interface Props {
  label?: string;
  typed: string;
  onType: (typed: string) => void;
  /** What there is; the button beside the field takes all of it. */
  available?: bigint | undefined;
  /** Says what is available: `{amount}` is filled in. */
  hint?: 'validators.have' | 'validators.unbondToo';
  optional?: boolean;
}

/** An amount of CTT as people type it. */
export function TokenField({ label, typed, onType, available, hint = 'validators.have', optional = false }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const amount = parseToken(typed);
  const isBad = typed.trim() !== '' && !amount && !(optional && amount === 0n);
  return (
    <Field
      label={label ?? text('validators.amount')}
      hint={available !== undefined && text(hint, { amount: format.token(available) })}
      error={isBad && text('validators.amountBad')}
      optional={optional}
    >
      {(control) => (
        <span className="flex gap-2">
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="numbers"
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
          {available !== undefined && available > 0n && (
            <Button className="shrink-0" onClick={() => onType(plainToken(available))}>
              {text('validators.max')}
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}
