import { forNeeded } from '../../../../protocol/governance/for-needed.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { shareBps } from '../../../shared/format/share-bps.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import { SkeletonLines } from '../../../shared/ui/skeleton.tsx';
import { classNameOf } from '../decision-class-name.ts';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';
import { standingOf, votesOf } from '../threshold-curve.ts';
import { ThresholdPanel } from '../threshold-panel.tsx';
import { type Electorate, useElectorate } from '../use-electorate.ts';
import { VoteBar } from '../vote-bar.tsx';

/** Votes for, against and abstaining, the turnout, and the adaptive threshold with where the vote stands. */
export function Tally({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const now = useNow();
  const found = useElectorate(proposal.voteStart).data;
  const hasBegun = now !== undefined && now > Number(proposal.voteStart);
  return (
    <Section title={text('governance.tally')}>
      {found ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
          <Sums proposal={proposal} {...found} />
          <ThresholdPanel
            decisionClass={classNameOf(proposal.decisionClass)}
            electorate={found.electorate}
            standing={standingOf(classNameOf(proposal.decisionClass), votesOf(proposal), found.electorate, found.floor)}
            isOver={now !== undefined && now > Number(proposal.voteEnd)}
          />
        </div>
      ) : (
        <Card>
          {hasBegun ? (
            <SkeletonLines />
          ) : (
            <p className="text-muted">
              {text('governance.notStarted', { date: format.dateTime(proposal.voteStart) })}{' '}
              {text(`governance.classHelp.${classNameOf(proposal.decisionClass)}`)}
            </p>
          )}
        </Card>
      )}
    </Section>
  );
}

function Sums({ proposal, electorate, floor }: { proposal: ProposalDetails } & Electorate) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const now = useNow();
  const votes = votesOf(proposal);
  const { forVotes, againstVotes, abstainVotes } = votes;
  const cast = forVotes + againstVotes + abstainVotes;
  const isOver = now !== undefined && now > Number(proposal.voteEnd);
  const needed = forNeeded(classNameOf(proposal.decisionClass), againstVotes, electorate);
  const missing = needed !== null && needed > forVotes ? needed - forVotes : 0n;
  const rows = [
    ['governance.for', 'bg-jade', forVotes],
    ['governance.against', 'bg-danger', againstVotes],
    ['governance.abstain', 'bg-line-strong', abstainVotes],
  ] as const;
  const outcome = proposal.passing
    ? isOver
      ? 'governance.passedThen'
      : 'governance.passingNow'
    : isOver
      ? 'governance.failedThen'
      : 'governance.failingNow';
  return (
    <Card className="grid gap-4">
      <div>
        <Badge tone={proposal.passing ? 'jade' : 'danger'}>{text(outcome)}</Badge>
      </div>
      <VoteBar votes={votes} whole={cast === 0n ? 1n : cast} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-2">
        {rows.map(([label, look, amount]) => (
          <div key={label} className="col-span-full grid grid-cols-subgrid items-baseline">
            <dt className="inline-flex items-center gap-2">
              <span aria-hidden="true" className={`size-3 shrink-0 rounded-full ${look}`} />
              {text(label)}
            </dt>
            <dd className="text-right">
              <Power amount={amount} />
            </dd>
            <dd className="numbers w-16 text-right text-muted">{format.bps(shareBps(amount, cast))}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-1.5 border-t border-line pt-4">
        <h3 className="font-medium">{text('governance.turnout')}</h3>
        <Turnout cast={cast} electorate={electorate} floor={floor} />
        <p className="text-sm text-muted">
          {text('governance.turnoutOf', {
            share: format.bps(shareBps(cast, electorate)),
            floor: format.bps(shareBps(floor, electorate)),
          })}
        </p>
        <p className="text-sm">
          {cast >= floor
            ? text('governance.turnoutMet')
            : text('governance.turnoutMissing', { amount: format.amount(floor - cast) })}
        </p>
        {!isOver && missing > 0n && cast > 0n && (
          <p className="text-sm">{text('governance.forMissing', { amount: format.amount(missing) })}</p>
        )}
      </div>
    </Card>
  );
}

/** How much of all power voted, with a mark where it is enough. */
function Turnout({ cast, electorate, floor }: { cast: bigint; electorate: bigint; floor: bigint }) {
  const at = Math.min(shareBps(floor, electorate), 10_000) / 100;
  return (
    <span aria-hidden="true" className="relative h-2.5 rounded-full bg-sunken">
      <span
        className="absolute inset-y-0 left-0 rounded-full bg-sky"
        style={{ width: `${shareBps(cast, electorate) / 100}%` }}
      />
      <span className="absolute -inset-y-1 w-0.5 bg-amber" style={{ left: `${at}%` }} />
    </span>
  );
}
