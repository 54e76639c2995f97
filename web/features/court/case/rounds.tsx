import { Check, EyeOff, Minus } from 'lucide-react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Coins } from '../../../shared/ui/coins.tsx';
import { CandidateName } from '../../../shared/validators/candidate-name.tsx';
import type { CourtRoundParts, DisputeParts } from '../court-queries.ts';
import { DutyOutcome } from '../jury/duty-outcome.tsx';
import type { Choice } from '../jury/vote-card.tsx';
import { courtMessages } from '../messages.ts';

interface Props {
  dispute: DisputeParts;
  choices: readonly Choice[];
}

/** Juries with their votes, the latest round first. */
export function Rounds({ dispute, choices }: Props) {
  const text = useText(courtMessages);
  const drawn = dispute.rounds.filter(({ seats, stage, appeal }) => seats.length > 0 || stage === 'VOID' || appeal);
  return (
    <Section title={text('court.juries')} intro={text('court.juriesHelp')}>
      {drawn.length === 0 ? (
        <p className="text-muted">{text('court.juriesNone')}</p>
      ) : (
        <ol className="grid gap-4">
          {drawn.toReversed().map((round) => (
            <li key={round.index}>
              <RoundCard round={round} choices={choices} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const BOND_TONES: Record<'OPEN' | 'RETURNED' | 'JURORS' | 'TREASURY', Tone> = {
  OPEN: 'sky',
  RETURNED: 'jade',
  JURORS: 'danger',
  TREASURY: 'danger',
};

function RoundCard({ round, choices }: { round: CourtRoundParts; choices: readonly Choice[] }) {
  const text = useText(courtMessages);
  const { index, stage, seats, jurySize, size, appeal, term, revealed, ruling, tied } = round;
  const labelOf = (choice: number) => choices.find((one) => one.choice === choice)?.label ?? String(choice);
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-display text-lg font-semibold">
          {text('court.roundOf', { round: String(index + 1), count: size || jurySize })}
        </h3>
        {term !== null && term !== undefined && (
          <span className="text-sm text-muted">{text('court.ofTerm', { term: String(term) })}</span>
        )}
      </div>
      {appeal && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <span>{text('court.appealedBy')}</span>
          <Address address={appeal.payer.id} plain />
          <span className="text-muted">
            {text('court.appealPaid')} <Coins amount={appeal.fees} /> + {text('court.appealBonded')}{' '}
            <Coins amount={appeal.bond} />
          </span>
          <Badge tone={BOND_TONES[appeal.outcome]}>{text(`court.appealBond.${appeal.outcome}`)}</Badge>
        </p>
      )}
      {stage === 'VOID' && <p>{text('court.void')}</p>}
      {seats.length > 0 && (
        <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
          {seats.map((seat) => (
            <li key={seat.id} className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5">
              <SeatMark state={seat.state} />
              <div className="grid gap-0.5">
                <CandidateName candidate={seat.candidate} linked />
                <span className="text-sm text-muted">
                  {seat.choice === null || seat.choice === undefined
                    ? text(`court.juror.${seat.state}`)
                    : labelOf(seat.choice)}
                </span>
                <DutyOutcome seat={seat} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {revealed > 0 && (
        <p className="border-t border-line pt-3 font-medium">
          {tied ? text('court.tied') : text('court.roundSays', { ruling: labelOf(ruling) })}
        </p>
      )}
    </Card>
  );
}

function SeatMark({ state }: { state: CourtRoundParts['seats'][number]['state'] }) {
  const Icon = state === 'REVEALED' ? Check : state === 'COMMITTED' ? EyeOff : Minus;
  const look = state === 'REVEALED' ? 'text-jade' : state === 'COMMITTED' ? 'text-seal' : 'text-muted';
  return <Icon aria-hidden="true" className={`mt-0.5 size-5 ${look}`} />;
}
