import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../shared/chain/use-account-name.ts';
import { shareBps } from '../../shared/format/share-bps.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { titleOf } from '../../shared/proposals/description.ts';
import { CountDown } from '../../shared/ui/count-down.tsx';
import { actionMessages } from './actions/action-messages.ts';
import { classNameOf } from './decision-class-name.ts';
import type { ProposalSummary } from './governance-queries.ts';
import { governanceMessages } from './messages.ts';
import { nextMoment, proposalState } from './proposal-state.ts';
import { StateBadge } from './state-badge.tsx';
import { votesOf } from './threshold-curve.ts';
import { VoteBar } from './vote-bar.tsx';

/** A proposal in a list: what it is, how the vote stands, what it waits for. */
export function ProposalRow({ proposal, now }: { proposal: ProposalSummary; now: number }) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const format = useFormat();
  const nameOf = useNameOf();
  const { number, description, decisionClass, proposer, voters } = proposal;
  const moment = nextMoment(proposal, now);
  const votes = votesOf(proposal);
  const cast = votes.forVotes + votes.againstVotes + votes.abstainVotes;
  return (
    <div className="grid gap-x-6 gap-y-3 rounded-2xl border border-line bg-surface px-4 py-4 shadow-card sm:grid-cols-[minmax(0,1fr)_15rem] sm:px-5">
      <div className="grid content-start gap-1">
        <Link
          to="/governance/$number"
          params={{ number: String(number) }}
          className="font-medium underline decoration-line-strong underline-offset-4 hover:text-jade"
        >
          {titleOf(description) || text('governance.number', { number: String(number) })}
        </Link>
        <span className="text-sm text-muted">
          {text('governance.number', { number: String(number) })} · {actions(`class.${classNameOf(decisionClass)}`)} ·{' '}
          {text('governance.by', { name: nameOf(proposer.id) })}
        </span>
      </div>
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <StateBadge state={proposalState(proposal, now)} />
          {moment && (
            <span className="text-sm text-muted">
              {text(`governance.moment.${moment.what}`)} <CountDown until={moment.at} />
            </span>
          )}
        </div>
        {cast > 0n ? (
          <>
            <VoteBar votes={votes} whole={cast} />
            <span className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
              <span>
                {text('governance.for')} {format.bps(shareBps(votes.forVotes, votes.forVotes + votes.againstVotes))}
              </span>
              <span>{text('governance.votesOf', { count: voters })}</span>
            </span>
          </>
        ) : (
          <span className="text-sm text-muted">{text('governance.votesOf', { count: 0 })}</span>
        )}
      </div>
    </div>
  );
}
