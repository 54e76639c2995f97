import { useMemo } from 'react';
import type { Address as Hex } from 'viem';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { platformsMessages } from './messages.ts';
import type { PlatformDetails } from './platform-page.tsx';
import { collectAudit } from './transactions/run-platform.ts';

/** Cases that a platform lost, and whom its bond paid. */
export function Slashes({ platform: { number, slashes, auditAccrued } }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  return (
    <Section title={text('platforms.slashes')}>
      {slashes.length === 0 ? (
        <p className="text-muted">{text('platforms.slashesNone')}</p>
      ) : (
        <DataTable
          caption={text('platforms.slashes')}
          rows={slashes}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'why',
              label: text('platforms.slashWhy'),
              cell: ({ kind, timestamp }) => (
                <span className="grid">
                  <span className="font-medium">{text(`platforms.slash.${kind}`)}</span>
                  <span className="text-sm text-muted">
                    <Timestamp at={timestamp} />
                  </span>
                </span>
              ),
            },
            {
              key: 'amount',
              label: text('platforms.slashAmount'),
              numeric: true,
              cell: ({ amount }) => <Money amount={amount} exact />,
            },
            {
              key: 'payees',
              label: text('platforms.slashPayees'),
              numeric: true,
              cell: ({ compensation }) => <Money amount={compensation} exact />,
            },
            {
              key: 'reward',
              label: text('platforms.slashReward'),
              numeric: true,
              cell: ({ reward, challenger }) => (
                <span className="grid sm:justify-items-end">
                  <Money amount={reward} exact />
                  <span className="text-sm">
                    <Address address={challenger.id as Hex} plain />
                  </span>
                </span>
              ),
            },
            {
              key: 'audit',
              label: text('platforms.slashAudit'),
              numeric: true,
              cell: ({ audit }) => <Money amount={audit} exact />,
            },
          ]}
        />
      )}
      {auditAccrued !== '0' && <CollectAudit platformId={number} amount={BigInt(auditAccrued)} />}
    </Section>
  );
}

function CollectAudit({ platformId, amount }: { platformId: number; amount: bigint }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const request = useMemo(() => collectAudit(platformId), [platformId]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-muted">{text('platforms.auditWaits', { amount: format.amount(amount) })}</p>
      <TransactionButton request={request} kind="secondary" terse>
        {text('platforms.auditCollect')}
      </TransactionButton>
    </div>
  );
}
