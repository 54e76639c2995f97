import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Details one tap away. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="group" open={open}>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg font-medium text-jade [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2 pb-3 pl-6">{children}</div>
    </details>
  );
}
