import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { CandidateName } from '../../shared/validators/candidate-name.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { barPieces } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import type { ElectionData } from './validators-page.tsx';

/** What stands behind each winner, voter by voter, the strongest first. */
export function SupportBars({ seats }: { seats: ElectionData['seats'] }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const account = useAccount()?.address.toLowerCase();
  const sorted = seats.toSorted((a, b) => (BigInt(a.support) > BigInt(b.support) ? -1 : 1));
  const longest = BigInt(sorted[0]?.support ?? 0);
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div>
        <h3 className="font-display text-lg font-semibold">{text('validators.bars')}</h3>
        <p className="text-sm text-muted">{text('validators.barsHelp')}</p>
      </div>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {sorted.map(({ index, candidate, support, allocations }) => {
          const isOwn = (part: (typeof allocations)[number]) => part.voter.account.id === account;
          const own = allocations.find(isOwn);
          return (
            <li key={index} className="grid grid-cols-[minmax(0,1fr)] gap-1">
              <span className="flex items-center justify-between gap-3 text-sm">
                <span className="min-w-0">
                  <CandidateName candidate={candidate} linked />
                </span>
                <span className="shrink-0">
                  <Tokens amount={support} />
                </span>
              </span>
              <span aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full bg-sunken">
                {barPieces(allocations, BigInt(support), longest, isOwn).map(({ key, bps, own: isMine }) => (
                  <span
                    key={key}
                    className={classNames('h-full', isMine ? 'bg-seal' : key % 2 ? 'bg-jade/70' : 'bg-jade')}
                    style={{ width: `${bps / 100}%` }}
                  />
                ))}
              </span>
              {own && (
                <span className="text-sm text-seal">
                  {text('validators.yours', { amount: format.token(own.amount) })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
