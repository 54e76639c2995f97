import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'jade' | 'seal' | 'amber' | 'danger' | 'sky';

export const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  jade: 'bg-jade-soft text-jade',
  seal: 'bg-seal-soft text-seal',
  amber: 'bg-amber-soft text-amber',
  danger: 'bg-danger-soft text-danger',
  sky: 'bg-sky-soft text-sky',
};

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
