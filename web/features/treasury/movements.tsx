import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { AccountLink } from '../../shared/ui/account-link.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { treasuryMessages } from './messages.ts';
import type { TreasuryData } from './treasury-queries.ts';

/** Money that came in, whoever received it, the latest first. */
export function Movements({ data }: { data: TreasuryData }) {
  const text = useText(treasuryMessages);
  const { contracts } = useAppConfig();
  const rows = [
    ...data.communeMovements.map(({ id, fund, to, amount, timestamp, epoch }) => ({
      ...{ id, to, amount, timestamp },
      what: text(`treasury.movement.${fund}`, { epoch: String(epoch?.number ?? '') }),
    })),
    ...data.membershipCollections.map(({ id, amount, timestamp }) => ({
      ...{ id, amount, timestamp, to: contracts.timelock },
      what: text('treasury.movement.memberships'),
    })),
  ].sort((a, b) => Number(b.timestamp) - Number(a.timestamp));
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return (
    <Section title={text('treasury.movements')}>
      {rows.length === 0 ? (
        <p className="text-muted">{text('treasury.movementsNone')}</p>
      ) : (
        <DataTable
          caption={text('treasury.movements')}
          rows={rows}
          first={8}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', label: text('treasury.what'), cell: ({ what }) => what },
            {
              key: 'amount',
              label: text('treasury.amount'),
              numeric: true,
              cell: ({ amount }) => <Money amount={amount} />,
            },
            {
              key: 'to',
              label: text('treasury.to'),
              cell: ({ to }) =>
                isSame(to, contracts.timelock) ? (
                  text('treasury.toTreasury')
                ) : isSame(to, contracts.rewards) ? (
                  text('treasury.toRewards')
                ) : (
                  <AccountLink address={to} />
                ),
            },
            { key: 'when', label: text('treasury.when'), cell: ({ timestamp }) => <Timestamp at={timestamp} /> },
          ]}
        />
      )}
    </Section>
  );
}
