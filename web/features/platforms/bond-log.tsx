import type { Address as Hex } from 'viem';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { platformsMessages } from './messages.ts';
import type { PlatformDetails } from './platform-page.tsx';

/** Everything that has happened to a bond, the latest first. */
export function BondLog({ changes }: { changes: PlatformDetails['bondChanges'] }) {
  const text = useText(platformsMessages);
  return (
    <Section title={text('platforms.log')}>
      {changes.length === 0 ? (
        <p className="text-muted">{text('platforms.logNone')}</p>
      ) : (
        <DataTable
          caption={text('platforms.log')}
          rows={changes}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              label: text('platforms.logWhat'),
              cell: ({ kind, leaveEpoch, account, timestamp }) => (
                <span className="grid">
                  <span className="flex flex-wrap items-center gap-x-3">
                    {text(`platforms.log.${kind}`, { epoch: String(leaveEpoch ?? '') })}
                    {account && <Address address={account.id as Hex} plain />}
                  </span>
                  <span className="text-sm font-normal text-muted">
                    <Timestamp at={timestamp} />
                  </span>
                </span>
              ),
            },
            {
              key: 'amount',
              label: text('platforms.logAmount'),
              numeric: true,
              cell: ({ amount }) => <Money amount={amount} exact />,
            },
            {
              key: 'bond',
              label: text('platforms.logBond'),
              numeric: true,
              cell: ({ bond }) => <Money amount={bond} exact />,
            },
          ]}
        />
      )}
    </Section>
  );
}
