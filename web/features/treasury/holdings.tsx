import { type ReactNode, useMemo } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import type { TransactionRequest } from '../../shared/transactions/transaction.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { Coins } from '../../shared/ui/coins.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { useBalances } from '../../shared/wallet/use-balances.ts';
import { treasuryMessages } from './messages.ts';
import { collectCourt, collectMemberships, mintTreasury } from './transactions/collect.ts';
import type { TreasuryData } from './treasury-queries.ts';
import { useDue, useSupply } from './use-treasury.ts';

/** What is in the treasury, and what anybody can bring in. */
export function Holdings({ data }: { data: TreasuryData }) {
  const text = useText(treasuryMessages);
  const format = useFormat();
  const { timelock } = useAppConfig().contracts;
  const balances = useBalances(timelock);
  const supply = useSupply().data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
      <Card className="grid gap-4">
        <h2 className="font-display text-xl font-semibold">{text('treasury.holds')}</h2>
        <QueryView query={balances}>
          {({ asset, token, gas }) => (
            <p className="flex flex-wrap gap-x-8 gap-y-1 font-display text-2xl font-semibold">
              <Money amount={asset} />
              <Tokens amount={token} />
              {gas > 0n && <Coins amount={gas} />}
            </p>
          )}
        </QueryView>
        <Facts
          facts={[
            [text('treasury.address'), <Address key="a" address={timelock} />],
            [
              text('treasury.supply'),
              supply
                ? text('treasury.supplyOf', { supply: format.token(supply.supply), cap: format.token(supply.cap) })
                : '…',
            ],
            [text('treasury.mined'), <Tokens key="w" amount={data.emission?.workMined ?? '0'} />],
            [text('treasury.minedTreasury'), <Tokens key="t" amount={data.emission?.treasuryMined ?? '0'} />],
          ]}
        />
      </Card>
      <DueCard />
    </div>
  );
}

function DueCard() {
  const text = useText(treasuryMessages);
  const due = useDue();
  const requests = useMemo(
    () => ({ mint: mintTreasury(), memberships: collectMemberships(), court: collectCourt() }),
    [],
  );
  return (
    <Card className="grid gap-4">
      <div>
        <h2 className="font-display text-xl font-semibold">{text('treasury.due')}</h2>
        <p className="text-sm text-muted">{text('treasury.dueHelp')}</p>
      </div>
      <QueryView query={due}>
        {({ mining, memberships, courtCoins, courtTokens }) =>
          mining + memberships + courtCoins + courtTokens === 0n ? (
            <p className="text-muted">{text('treasury.dueNone')}</p>
          ) : (
            <div className="grid gap-5">
              {mining > 0n && (
                <Row label={text('treasury.dueMining')} request={requests.mint} action={text('treasury.mint')}>
                  <Tokens amount={mining} />
                </Row>
              )}
              {memberships > 0n && (
                <Row
                  label={text('treasury.dueMemberships')}
                  request={requests.memberships}
                  action={text('treasury.collect')}
                >
                  <Money amount={memberships} exact />
                </Row>
              )}
              {courtCoins + courtTokens > 0n && (
                <Row label={text('treasury.dueCourt')} request={requests.court} action={text('treasury.collect')}>
                  {courtCoins > 0n && <Coins amount={courtCoins} />}
                  {courtTokens > 0n && <Tokens amount={courtTokens} />}
                </Row>
              )}
            </div>
          )
        }
      </QueryView>
    </Card>
  );
}

interface RowProps {
  label: string;
  action: string;
  request: TransactionRequest;
  children: ReactNode;
}

function Row({ label, action, request, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <span className="grid gap-0.5">
        <span className="text-sm text-muted">{label}</span>
        <span className="flex flex-wrap gap-x-4 text-lg font-medium">{children}</span>
      </span>
      <TransactionButton request={request} kind="secondary" terse>
        {action}
      </TransactionButton>
    </div>
  );
}
