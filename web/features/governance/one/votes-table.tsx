import { useText } from '../../../shared/i18n/use-text.ts';
import { SupportBadge } from '../../../shared/proposals/support-badge.tsx';
import { AccountLink } from '../../../shared/ui/account-link.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';

/** Who voted how, and why, the heaviest first. */
export function VotesTable({ votes }: Pick<ProposalDetails, 'votes'>) {
  const text = useText(governanceMessages);
  return (
    <Section title={text('governance.votes')}>
      {votes.length === 0 ? (
        <p className="text-muted">{text('governance.votesNone')}</p>
      ) : (
        <DataTable
          caption={text('governance.votes')}
          rows={votes}
          first={10}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'voter',
              label: text('governance.voter'),
              cell: ({ account, reason }) => (
                <span className="grid max-w-prose justify-items-start gap-1">
                  <AccountLink address={account.id} />
                  {reason !== '' && <span className="font-normal">{reason}</span>}
                </span>
              ),
            },
            {
              key: 'support',
              label: text('governance.support'),
              cell: ({ support }) => <SupportBadge support={support} />,
            },
            {
              key: 'weight',
              label: text('governance.weight'),
              numeric: true,
              cell: ({ weight }) => <Power amount={BigInt(weight)} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
