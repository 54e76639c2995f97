import { TERM_EPOCHS } from '../../../protocol/clock/term.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { CountDown } from '../../shared/ui/count-down.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { electionOf, rulesAt, type TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import type { ValidatorsData } from './validators-page.tsx';

/** The term of now and the election that comes next. */
export function TermCard({ data, now }: { data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  const { protocol, elections } = data;
  const { term, elects, electionFrom, electionUntil, isElectionOpen, endsAt } = now;
  const seated = electionOf(elections, term);
  const seats = protocol ? rulesAt(protocol, term).seats : 0;
  return (
    <Card className="grid gap-6">
      <TermBar now={now} />
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-10">
        <div className="grid content-start gap-3">
          <h2 className="font-display text-xl font-semibold">{text('validators.term', { term: String(term) })}</h2>
          <Facts
            facts={[
              [text('validators.termEnds'), <CountDown key="e" until={endsAt} />],
              [
                text('validators.seatsTaken'),
                text('validators.seatsOf', { taken: seated?.seats.length ?? 0, seats: String(seats) }),
              ],
              [text('validators.backing'), <Tokens key="s" amount={seated?.support ?? '0'} />],
              [text('validators.paidOut'), <Money key="p" amount={protocol?.validatorRewards ?? '0'} />],
            ]}
          />
        </div>
        <div className="grid content-start gap-3">
          <h2 className="font-display text-xl font-semibold">
            {text('validators.electionFor', { term: String(elects) })}
          </h2>
          <Facts
            facts={[
              isElectionOpen
                ? [text('validators.electionClosesIn'), <CountDown key="c" until={electionUntil} />]
                : [text('validators.electionOpensIn'), <CountDown key="o" until={electionFrom} />],
              [text('validators.votersOf'), String(protocol?.listedVoters ?? 0)],
            ]}
          />
          <p className="text-sm text-muted">
            {text(isElectionOpen ? 'validators.electionOpen' : 'validators.electionIdle')}
          </p>
        </div>
      </div>
    </Card>
  );
}

/** The four epochs of the term; the last one is for the election. */
function TermBar({ now: { term, epochOfTerm } }: { now: TermNow }) {
  const text = useText(validatorsMessages);
  const epochs = Array.from({ length: TERM_EPOCHS }, (_, i) => term * TERM_EPOCHS + i);
  return (
    <ol className="grid grid-cols-4 gap-1.5">
      {epochs.map((epoch, i) => (
        <li key={epoch} aria-current={i === epochOfTerm ? 'step' : undefined} className="grid content-start gap-1.5">
          <span
            aria-hidden="true"
            className={classNames(
              'h-2 rounded-full',
              i < epochOfTerm ? 'bg-line-strong/60' : i === epochOfTerm ? 'bg-jade' : 'bg-line',
            )}
          />
          <span className={classNames('text-xs sm:text-sm', i === epochOfTerm ? 'font-medium' : 'text-muted')}>
            {text('validators.termEpoch', { epoch: String(epoch) })}
            {i === TERM_EPOCHS - 1 && ` · ${text('validators.termElection')}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
