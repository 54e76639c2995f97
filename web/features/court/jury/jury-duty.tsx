import { Link } from '@tanstack/react-router';
import type { Address } from 'viem';
import { useNow } from '../../../shared/chain/use-now.ts';
import { courtPhase } from '../../../shared/disputes/case-phase.ts';
import { useCaseTitle } from '../../../shared/disputes/case-title.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { type Duty, dutiesQuery } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';
import { DutyOutcome } from './duty-outcome.tsx';
import { type Task, taskOf } from './duty-task.ts';
import { VoteCard } from './vote-card.tsx';

/** Juries that an account sits on: what is to be done first; nothing when it was never drawn. */
export function JuryDuty({ account }: { account: Address }) {
  const text = useText(courtMessages);
  const { data, error, refetch } = useSubgraph(dutiesQuery, { account: account.toLowerCase() });
  const now = useNow();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data || now === undefined || data.jurorSeats.length === 0) return null;
  const duties = data.jurorSeats.map((duty) => ({ duty, task: taskOf(duty, now) }));
  const open = duties.filter(({ task }) => task !== 'past');
  const past = duties.filter(({ task }) => task === 'past');
  return (
    <Section title={text('court.juryDuty')} intro={text('court.juryDutyHelp')}>
      {open.length === 0 ? (
        <p className="text-muted">{text('court.juryNothing')}</p>
      ) : (
        <ul className="grid gap-3">
          {open.map(({ duty, task }) => (
            <li key={duty.id}>
              <OpenDuty duty={duty} task={task} now={now} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <Disclosure summary={text('court.juryPast', { count: past.length })}>
          <ul className="grid gap-2">
            {past.map(({ duty }) => (
              <li key={duty.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <DutyName duty={duty} />
                <DutyOutcome seat={duty} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function OpenDuty({ duty, task, now }: { duty: Duty; task: Task; now: number }) {
  const text = useText(courtMessages);
  const { dispute, round } = duty;
  const { endsAt } = courtPhase(dispute, now);
  const isUrgent = task === 'vote' || task === 'reveal';
  // Another contract's dispute has no page here: its jurors vote where they see it.
  const own = dispute.case ? null : dispute.rounds.find(({ index }) => index === round.index);
  return (
    <div className="grid gap-3">
      <Card className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-3 ${isUrgent ? 'border-seal' : ''}`}>
        <div className="grid gap-1">
          <DutyName duty={duty} />
          <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <Badge tone={isUrgent ? 'seal' : 'sky'}>{text(`court.task.${task}`)}</Badge>
            {endsAt !== null && (
              <span>
                {text('court.still')} <CountDown until={endsAt} />
              </span>
            )}
          </span>
        </div>
        {dispute.case && (
          <Link
            to="/court/$id"
            params={{ id: String(dispute.case.number) }}
            className={buttonClass(isUrgent ? 'primary' : 'secondary')}
          >
            {text(isUrgent ? `court.go.${task}` : 'court.look')}
          </Link>
        )}
      </Card>
      {own && isUrgent && (
        <VoteCard
          dispute={dispute}
          round={own}
          seat={duty}
          choices={Array.from({ length: dispute.choices + 1 }, (_, choice) => ({
            choice,
            label: text('court.choiceOf', { choice: String(choice) }),
          }))}
        />
      )}
    </div>
  );
}

function DutyName({ duty: { dispute, round } }: { duty: Duty }) {
  const text = useText(courtMessages);
  const titleOf = useCaseTitle();
  const name = dispute.case ? titleOf(dispute.case) : text('court.dispute', { number: String(dispute.number) });
  return (
    <span className="font-medium">
      {name} <span className="font-normal text-muted">· {text('court.round', { round: String(round.index + 1) })}</span>
    </span>
  );
}
