import { useText } from '../../../shared/i18n/use-text.ts';
import { gtinInput } from '../gtin-input.ts';
import { wizardMessages } from '../wizard-messages.ts';
import { TextInput } from './text-input.tsx';

/** GTIN with its check digit looked at while one types. */
export function GtinField({ value, onChange }: { value: string; onChange: (typed: string) => void }) {
  const text = useText(wizardMessages);
  const read = gtinInput(value);
  const hint = () => {
    if (read.kind === 'none') return `${text('list.gtinHint')} ${text('list.gtinNone')}`;
    if (read.kind === 'ok') return <span className="text-jade">✓ {text('list.gtinOk', { gtin: read.gtin14 })}</span>;
    if (read.kind !== 'incomplete') return text('list.gtinHint');
    const last = read.checkDigit === null ? '' : ` ${text('list.gtinLast', { digit: String(read.checkDigit) })}`;
    return text('list.gtinIncomplete', { count: read.digits }) + last;
  };
  return (
    <TextInput
      label={text('list.gtin')}
      optional
      mono
      inputMode="numeric"
      value={value}
      onChange={onChange}
      hint={hint()}
      error={
        read.kind === 'wrongCheckDigit'
          ? text('list.gtinWrong', { digit: String(read.expected) })
          : read.kind === 'notDigits'
            ? text('list.gtinNotDigits')
            : undefined
      }
    />
  );
}
