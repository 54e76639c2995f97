import type { ReactNode } from 'react';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, TextArea } from '../../../shared/ui/input.tsx';

interface Props {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
  /** May stay empty, and says so. */
  optional?: boolean;
  /** False where leaving it empty is no omission, such as in a form of one field. */
  required?: boolean;
  lines?: boolean;
  lang?: 'zh-Hans' | 'en';
  type?: 'text' | 'date';
  mono?: boolean;
  inputMode?: 'decimal' | 'numeric';
}

/** A labelled text of a form. */
export function TextInput({
  label,
  value,
  onChange,
  hint,
  error,
  optional = false,
  lines,
  mono,
  type,
  ...rest
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) =>
        lines ? (
          <TextArea {...control} {...rest} value={value} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input
            {...control}
            {...rest}
            type={type ?? 'text'}
            autoComplete="off"
            className={mono ? 'font-mono' : ''}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
