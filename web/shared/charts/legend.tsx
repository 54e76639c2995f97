import type { ReactNode } from 'react';

export type Mark = 'claim' | 'measured' | 'legal' | 'tolerance' | 'report' | 'limit';

const MARKS: Record<Mark, ReactNode> = {
  claim: (
    <rect
      x="5"
      y="2"
      width="9"
      height="9"
      transform="rotate(45 9.5 6.5)"
      className="fill-surface stroke-jade"
      strokeWidth="2"
    />
  ),
  measured: <circle cx="9.5" cy="6.5" r="4.5" className="fill-seal" />,
  legal: <rect x="0" y="2.5" width="19" height="8" rx="4" className="fill-line" />,
  tolerance: <rect x="0" y="2.5" width="19" height="8" rx="4" className="fill-jade/35" />,
  report: <line x1="9.5" x2="9.5" y1="2" y2="11" className="stroke-muted" strokeWidth="2" />,
  limit: <line x1="0" x2="19" y1="6.5" y2="6.5" className="stroke-amber" strokeWidth="2" strokeDasharray="4 3" />,
};

/** What the marks of a plot mean. */
export function Legend({ marks }: { marks: readonly (readonly [mark: Mark, meaning: string])[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {marks.map(([mark, meaning]) => (
        <li key={mark} className="inline-flex items-center gap-2">
          <svg aria-hidden="true" width="19" height="13" className="shrink-0">
            {MARKS[mark]}
          </svg>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
