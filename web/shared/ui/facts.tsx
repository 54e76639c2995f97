import { Fragment, type ReactNode } from 'react';

interface Props {
  facts: readonly (readonly [term: ReactNode, value: ReactNode])[];
  /** `start` for sentences; figures and short values stand at the end of the line. */
  align?: 'start' | 'end';
}

/** Terms and their values, in two columns. */
export function Facts({ facts, align = 'end' }: Props) {
  return (
    <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-4 gap-y-2 sm:gap-x-6 sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts.map(([term, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the terms of a list do not move
        <Fragment key={i}>
          <dt className="text-muted">{term}</dt>
          <dd className={align === 'end' ? 'numbers min-w-0 text-right' : 'numbers min-w-0'}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
