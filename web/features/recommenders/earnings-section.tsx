import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Address } from 'viem';
import type { ReferralLink } from '../../../relay/api/referrals.ts';
import { withdrawCredit } from '../../shared/credits/transactions/withdraw.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { HandOver } from './hand-over.tsx';
import { recommendersMessages } from './messages.ts';
import { PayoutChange } from './payout-change.tsx';
import { UnopenedLeaves } from './unopened-leaves.tsx';
import { type Earnings, useEarnings } from './use-earnings.ts';

interface Props {
  recommenderId: number;
  account: Address;
}

/** What the links brought: on the way, in receipts, on chain, and ready to withdraw. */
export function EarningsSection({ recommenderId, account }: Props) {
  const text = useText(recommendersMessages);
  const query = useEarnings(recommenderId);
  return (
    <Section title={text('recommenders.number', { id: String(recommenderId) })}>
      <QueryView query={query}>{(earnings) => earnings && <Found earnings={earnings} account={account} />}</QueryView>
    </Section>
  );
}

function Found({ earnings, account }: { earnings: Earnings; account: Address }) {
  const text = useText(recommendersMessages);
  const format = useFormat();
  const links = useRelayQuery<{ links: ReferralLink[] }>('/referrals/grants', { session: true }).data?.links;
  const sum = (key: 'pendingCommission' | 'settledCommission') =>
    links?.reduce((total, link) => total + BigInt(link[key]), 0n);
  const payout = earnings.payout.id as Address;
  const credit = BigInt(earnings.payout.settlementCredit);
  const request = useMemo(() => (credit > 0n ? withdrawCredit(payout) : null), [credit, payout]);
  const money = (amount: bigint | undefined) => (amount === undefined ? '…' : <Money amount={amount} />);
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-4">
        <Figure label={text('recommenders.pending')} note={text('recommenders.pendingHelp')}>
          {money(sum('pendingCommission'))}
        </Figure>
        <Figure label={text('recommenders.settled')} note={text('recommenders.settledHelp')}>
          {money(sum('settledCommission'))}
        </Figure>
        <Figure
          label={text('recommenders.credited')}
          note={text('recommenders.creditedHelp', { count: Number(earnings.orders) })}
        >
          <Money amount={earnings.commissions} />
        </Figure>
        <Figure
          label={text('recommenders.credit')}
          note={
            payout.toLowerCase() === account.toLowerCase()
              ? null
              : text('recommenders.creditOther', { account: shortHex(payout) })
          }
        >
          <Money amount={credit} />
        </Figure>
      </dl>
      <Card className="grid gap-4 sm:grid-cols-2 sm:items-center">
        <div className="grid gap-4">
          <PayoutChange payout={payout} />
          <HandOver offeredTo={(earnings.offeredTo?.id as Address | undefined) ?? null} />
        </div>
        {request ? (
          <TransactionButton request={request}>
            {text('recommenders.withdraw', { amount: format.amount(credit) })}
          </TransactionButton>
        ) : (
          <p className="text-muted">{text('recommenders.nothing')}</p>
        )}
      </Card>
      <UnopenedLeaves earnings={earnings} />
      {earnings.openings.length > 0 && (
        <Disclosure summary={text('recommenders.openings')}>
          <DataTable
            caption={text('recommenders.openings')}
            rows={earnings.openings}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'epoch',
                label: text('recommenders.epoch'),
                cell: ({ statement }) => (
                  <Link
                    to="/epochs/$number"
                    params={{ number: String(statement.epoch.number) }}
                    className="underline underline-offset-4"
                  >
                    {text('recommenders.statementOf', { epoch: String(statement.epoch.number) })}
                  </Link>
                ),
              },
              {
                key: 'sales',
                label: text('recommenders.sales'),
                numeric: true,
                cell: ({ sales }) => <Money amount={sales} />,
              },
              {
                key: 'commission',
                label: text('recommenders.commission'),
                numeric: true,
                cell: ({ commissions }) => <Money amount={commissions} />,
              },
            ]}
          />
        </Disclosure>
      )}
    </div>
  );
}

function Figure({ label, note, children }: { label: string; note: ReactNode; children: ReactNode }) {
  return (
    <div className="grid content-start border-t border-line pt-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="numbers font-display text-2xl font-semibold">{children}</dd>
      {note && <dd className="text-sm text-muted">{note}</dd>}
    </div>
  );
}
