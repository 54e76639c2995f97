import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface Props {
  children: ReactNode;
  className?: string;
}

/** A sheet of paper on the page. */
export function Card({ children, className }: Props) {
  return (
    <div className={classNames('rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6', className)}>
      {children}
    </div>
  );
}

/** A part of a page under a heading. */
export function Section({
  title,
  actions,
  intro,
  children,
}: Props & { title: ReactNode; actions?: ReactNode; intro?: ReactNode }) {
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="grid gap-1">
          <h2 className="font-display text-xl font-semibold sm:text-2xl">{title}</h2>
          {intro && <p className="max-w-prose text-muted">{intro}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
