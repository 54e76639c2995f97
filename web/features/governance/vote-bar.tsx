import { shareBps } from '../../shared/format/share-bps.ts';
import type { Votes } from './threshold-curve.ts';

/** Votes side by side as a bar; its whole length is `whole`. What it says is written beside it. */
export function VoteBar({ votes: { forVotes, againstVotes, abstainVotes }, whole }: { votes: Votes; whole: bigint }) {
  const parts = [
    ['bg-jade', forVotes],
    ['bg-danger', againstVotes],
    ['bg-line-strong', abstainVotes],
  ] as const;
  return (
    <span aria-hidden="true" className="flex h-2.5 gap-px overflow-hidden rounded-full bg-sunken">
      {parts.map(([look, amount]) => (
        <span key={look} className={look} style={{ width: `${shareBps(amount, whole) / 100}%` }} />
      ))}
    </span>
  );
}
