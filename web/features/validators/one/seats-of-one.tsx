import { shareBps } from '../../../shared/format/share-bps.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { barPieces } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorDetails } from '../validator-page.tsx';

/** Seats that he won, with who stood behind them, and what they earned. */
export function SeatsOfOne({ candidate: { seats, seatRewards } }: { candidate: ValidatorDetails }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const termOf = (term: number) => text('validators.seatOf', { term: String(term) });
  return (
    <Section title={text('validators.seats')}>
      {seats.length === 0 ? (
        <p className="text-muted">{text('validators.seatsNone')}</p>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card className="grid gap-4">
            <ul className="grid gap-4">
              {seats.map(({ term, support, weight, commissionBps, election, allocations }) => (
                <li key={term} className="grid gap-1.5">
                  <span className="flex items-baseline justify-between gap-3">
                    <span className="font-medium">{termOf(term)}</span>
                    <Tokens amount={support} />
                  </span>
                  <span aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full bg-sunken">
                    {barPieces(allocations, BigInt(support), BigInt(support), () => false).map(({ key, bps }) => (
                      <span
                        key={key}
                        className={key % 2 ? 'h-full bg-jade/70' : 'h-full bg-jade'}
                        style={{ width: `${bps / 100}%` }}
                      />
                    ))}
                  </span>
                  <span className="numbers text-sm text-muted">
                    {text('validators.share')} {format.bps(shareBps(BigInt(weight), BigInt(election.weight)))} ·{' '}
                    {text('validators.commission')} {format.bps(commissionBps)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          {seatRewards.length > 0 && (
            <DataTable
              caption={text('validators.terms')}
              rows={seatRewards}
              first={8}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'term',
                  label: text('validators.terms'),
                  cell: ({ term, slashed }) => (
                    <span className="flex flex-wrap items-center gap-2">
                      {termOf(term)}
                      {slashed && <Badge tone="danger">{text('validators.slashedSum')}</Badge>}
                    </span>
                  ),
                },
                {
                  key: 'reward',
                  label: text('validators.termReward'),
                  numeric: true,
                  cell: ({ reward }) => <Money amount={reward} />,
                },
                {
                  key: 'commission',
                  label: text('validators.termCommission'),
                  numeric: true,
                  cell: ({ commission }) => <Money amount={commission} />,
                },
              ]}
            />
          )}
        </div>
      )}
    </Section>
  );
}
