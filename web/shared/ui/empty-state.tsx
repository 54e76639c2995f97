import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** Why there is nothing and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}

export function EmptyState({ title, children, action, icon }: Props) {
  return (
    <div className="grid justify-items-center gap-3 rounded-2xl border border-dashed border-line-strong/60 px-6 py-12 text-center">
      {icon && <div className="text-muted [&_svg]:size-8">{icon}</div>}
      <p className="font-display text-lg font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}
