import { parseAddress } from '../../shared/format/parse-address.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Field } from '../../shared/ui/field.tsx';
import { Input } from '../../shared/ui/input.tsx';
import { recommendersMessages } from './messages.ts';

/** Where commissions go. */
export function PayoutField({ value, onChange }: { value: string; onChange: (typed: string) => void }) {
  const text = useText(recommendersMessages);
  const isBad = value.trim() !== '' && parseAddress(value) === null;
  return (
    <Field
      label={text('recommenders.payout')}
      hint={text('recommenders.payoutHelp')}
      error={isBad && text('recommenders.payoutBad')}
    >
      {(control) => (
        <Input
          {...control}
          className="font-mono text-sm"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
