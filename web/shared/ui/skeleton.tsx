import { useText } from '../i18n/use-text.ts';
import { classNames } from './class-names.ts';
import { uiMessages } from './ui-messages.ts';

/** The shape of what is coming; `className` gives its size. */
export function Skeleton({ className = 'h-5 w-full' }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classNames('animate-pulse bg-line/70', !className.includes('rounded') && 'rounded-lg', className)}
    />
  );
}

/** Several lines to come, said once to screen readers. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  const text = useText(uiMessages);
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{text('ui.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <Skeleton key={i} className={i % 3 === 2 ? 'h-5 w-2/3' : 'h-5 w-full'} />
      ))}
    </div>
  );
}

/** Parts of a page to come, each about as high as it will be, said once to screen readers. */
export function SkeletonBlocks({ blocks }: { blocks: readonly string[] }) {
  const text = useText(uiMessages);
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{text('ui.loading')}</span>
      {blocks.map((height, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks do not move
        <Skeleton key={i} className={`w-full ${height}`} />
      ))}
    </div>
  );
}

/** A list to come: so many rows of one height. */
export function SkeletonRows({ rows, className }: { rows: number; className: string }) {
  return <SkeletonBlocks blocks={Array.from({ length: rows }, () => className)} />;
}
