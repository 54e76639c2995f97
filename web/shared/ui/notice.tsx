import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const LOOKS = {
  info: ['bg-sky-soft text-sky', Info],
  success: ['bg-jade-soft text-jade', CircleCheck],
  warning: ['bg-amber-soft text-amber', TriangleAlert],
  error: ['bg-danger-soft text-danger', CircleAlert],
} as const;

interface Props {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something the reader should know, where he needs it. */
export function Notice({ kind = 'info', title, children, action }: Props) {
  const [look, Icon] = LOOKS[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : undefined}
      className={classNames('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-xl px-4 py-3', look)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={classNames('text-ink', title ? 'text-sm' : undefined)}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
