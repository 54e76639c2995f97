import { shareBps } from '../../../shared/format/share-bps.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { CandidateName } from '../../../shared/validators/candidate-name.tsx';
import { electionOf, type TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorsData } from '../validators-page.tsx';
import type { OwnVoter } from './stake.tsx';

/** How the latest solution divides a voter's stake among the winners whom he named. */
export function Split({ voter, data, now }: { voter: OwnVoter; data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const election = electionOf(data.elections, now.elects);
  if (!election) return null;
  const parts = voter.allocations
    .filter((allocation) => allocation.election.term === election.term)
    .toSorted((a, b) => (BigInt(a.amount) > BigInt(b.amount) ? -1 : 1));
  const whole = parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
      <div>
        <h3 className="font-display text-lg font-semibold">{text('validators.split')}</h3>
        <p className="text-sm text-muted">{text('validators.splitIn', { term: String(election.term) })}</p>
      </div>
      {parts.length === 0 ? (
        <p className="text-muted">{text('validators.splitNone')}</p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {parts.map(({ index, amount, seat }) => {
            const bps = shareBps(BigInt(amount), whole);
            return (
              <li key={index} className="grid grid-cols-[minmax(0,1fr)] gap-1">
                <span className="flex items-center justify-between gap-3 text-sm">
                  <span className="min-w-0">
                    <CandidateName candidate={seat.candidate} linked />
                  </span>
                  <span className="shrink-0">
                    <Tokens amount={amount} /> <span className="numbers text-muted">{format.bps(bps)}</span>
                  </span>
                </span>
                <span aria-hidden="true" className="block h-2 overflow-hidden rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-jade" style={{ width: `${bps / 100}%` }} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
