import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  size?: 'small' | 'medium' | 'large';
  /** Shows a spinner and takes no further clicks. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-jade text-on-jade hover:bg-jade-hover disabled:bg-sunken disabled:text-muted',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-sunken disabled:text-muted',
  quiet: 'text-jade hover:bg-jade-soft disabled:text-muted',
  danger: 'border border-danger/50 bg-surface text-danger hover:bg-danger-soft disabled:text-muted',
};
const SIZES = { small: 'min-h-9 px-3 text-sm', medium: 'min-h-11 px-4', large: 'min-h-12 px-6 text-lg' };

/** Classes of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind = 'secondary', size: keyof typeof SIZES = 'medium'): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors disabled:cursor-not-allowed',
    KINDS[kind],
    SIZES[size],
  );
}

export function Button({ kind, size, busy = false, className, children, disabled, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={classNames(buttonClass(kind, size), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
