import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { treasuryMessages } from './messages.ts';
import type { TreasuryData } from './treasury-queries.ts';

/** What those who judge and those who back them got of the fees, term by term. */
export function Dividends({ data: { protocol, termRewards_collection: terms } }: { data: TreasuryData }) {
  const text = useText(treasuryMessages);
  return (
    <Section
      title={text('treasury.dividends')}
      intro={text('treasury.dividendsHelp')}
      actions={
        <Link to="/validators" className={buttonClass('quiet', 'small')}>
          {text('treasury.toValidators')}
        </Link>
      }
    >
      {protocol && (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-3 sm:flex">
          {(
            [
              ['treasury.received', protocol.communeReceived],
              ['treasury.shared', protocol.validatorRewards],
              ['treasury.paid', protocol.validatorRewardsPaid],
            ] as const
          ).map(([label, amount]) => (
            <div key={label} className="flex justify-between gap-4 sm:grid sm:gap-0">
              <dt className="text-sm text-muted">{text(label)}</dt>
              <dd className="text-lg font-medium">
                <Money amount={amount} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {terms.length === 0 ? (
        <p className="text-muted">{text('treasury.dividendsNone')}</p>
      ) : (
        <DataTable
          caption={text('treasury.dividends')}
          rows={terms}
          first={6}
          rowKey={({ term }) => term}
          columns={[
            {
              key: 'term',
              label: text('treasury.term'),
              cell: ({ term }) => text('treasury.termNumber', { term: String(term) }),
            },
            {
              key: 'amount',
              label: text('treasury.shared'),
              numeric: true,
              cell: ({ amount }) => <Money amount={amount} />,
            },
            { key: 'paid', label: text('treasury.paid'), numeric: true, cell: ({ paid }) => <Money amount={paid} /> },
            { key: 'seats', label: text('treasury.seats'), numeric: true, cell: ({ seats }) => String(seats.length) },
            { key: 'when', label: text('treasury.when'), cell: ({ closedAt }) => <Timestamp at={closedAt} /> },
          ]}
        />
      )}
    </Section>
  );
}
