import type { ReactNode } from 'react';
import { Card } from '../../shared/ui/card.tsx';
import { Grade, type SealKind, SealName, Stamp } from '../../shared/ui/seal.tsx';

interface Props {
  seal: SealKind;
  /** Points of the whole in basis points; null or undefined: none. */
  gradeBps: number | null | undefined;
  /** What stands behind it. */
  children: ReactNode;
}

/** Stamp, its name and the points on one line, also on phones; the words beside or under them. */
export function VerdictCard({ seal, gradeBps, children }: Props) {
  return (
    <Card className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-3 sm:gap-x-6 sm:gap-y-1">
      <div className="sm:row-span-2">
        <Stamp kind={seal} size="large" />
      </div>
      <h2 className="font-display text-2xl font-semibold sm:self-end">
        <SealName kind={seal} />
      </h2>
      <div className="sm:row-span-2">{gradeBps != null && <Grade bps={gradeBps} large />}</div>
      <div className="col-span-3 grid gap-1.5 sm:col-span-1 sm:col-start-2 sm:self-start">{children}</div>
    </Card>
  );
}
