import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { titleOf } from '../../shared/proposals/description.ts';
import { SupportBadge } from '../../shared/proposals/support-badge.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Power } from '../../shared/ui/power.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import type { AccountDetails } from './account-queries.ts';
import { accountMessages } from './messages.ts';

const LINK = 'underline decoration-line-strong underline-offset-4 hover:text-jade';

/** How an account voted, and what it proposed. */
export function Decisions({ account: { votes, proposals } }: { account: AccountDetails }) {
  const text = useText(accountMessages);
  return (
    <>
      <Section title={text('account.votes')}>
        {votes.length === 0 ? (
          <p className="text-muted">{text('account.votesNone')}</p>
        ) : (
          <DataTable
            caption={text('account.votes')}
            rows={votes}
            first={6}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'proposal',
                label: text('account.proposal'),
                cell: ({ proposal: { number, description } }) => (
                  <Link to="/governance/$number" params={{ number: String(number) }} className={LINK}>
                    {titleOf(description)}
                  </Link>
                ),
              },
              {
                key: 'support',
                label: text('account.vote'),
                cell: ({ support }) => <SupportBadge support={support} />,
              },
              {
                key: 'weight',
                label: text('account.weight'),
                numeric: true,
                cell: ({ weight }) => <Power amount={BigInt(weight)} />,
              },
              { key: 'when', label: text('account.when'), cell: ({ timestamp }) => <Timestamp at={timestamp} /> },
            ]}
          />
        )}
      </Section>
      {proposals.length > 0 && (
        <Section title={text('account.proposals')}>
          <ul className="grid gap-2">
            {proposals.map(({ number, description, createdAt }) => (
              <li key={number} className="flex flex-wrap items-baseline justify-between gap-x-6">
                <Link to="/governance/$number" params={{ number: String(number) }} className={LINK}>
                  {titleOf(description)}
                </Link>
                <span className="text-sm text-muted">
                  <Timestamp at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
