import { Link } from '@tanstack/react-router';
import type { CaseSummaryFragment } from '../../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { useCaseTitle } from './case-title.ts';
import { useChoiceText } from './choice-text.ts';
import { disputeMessages } from './dispute-messages.ts';
import { PhaseBadge } from './phase-badge.tsx';

/** A case in a list: what it is about, what it waits for, how it ended. */
export function CaseRow({ one }: { one: CaseSummaryFragment }) {
  const text = useText(disputeMessages);
  const titleOf = useCaseTitle();
  const choice = useChoiceText();
  const { number, kind, ground, state, ruling, moot } = one;
  return (
    <div className="grid gap-2 rounded-2xl border border-line bg-surface px-4 py-3 shadow-card sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-6 sm:px-5 sm:py-4">
      <div className="grid gap-0.5">
        <Link
          to="/court/$id"
          params={{ id: String(number) }}
          className="font-medium underline decoration-line-strong underline-offset-4 hover:text-jade"
        >
          {titleOf(one)}
        </Link>
        <span className="text-sm text-muted">
          {text('disputes.number', { number: String(number) })} · {text(`disputes.kind.${kind}`)}
          {ground !== 'NONE' && ` · ${text(`disputes.ground.${ground}`)}`}
          {state === 'CLOSED' &&
            ` · ${moot ? text('disputes.moot') : ruling === null || ruling === undefined ? '' : choice(one, ruling)}`}
        </span>
      </div>
      <PhaseBadge one={one} />
    </div>
  );
}
