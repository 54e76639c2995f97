import { type ReactNode, useMemo } from 'react';
import type { Address } from 'viem';
import { useText } from '../../shared/i18n/use-text.ts';
import type { TransactionRequest } from '../../shared/transactions/transaction.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Coins } from '../../shared/ui/coins.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { courtMessages } from './messages.ts';
import { withdrawBounties, withdrawFees, withdrawFromCourt, withdrawFromDisputes } from './transactions/withdraw.ts';
import { useOwed } from './use-owed.ts';

/** What waits for an account; nothing when there is nothing. */
export function OwedMoney({ account }: { account: Address }) {
  const text = useText(courtMessages);
  const { data } = useOwed(account);
  const requests = useMemo(
    () => ({
      court: withdrawFromCourt(account),
      disputes: withdrawFromDisputes(account),
      fees: withdrawFees(account),
      bounties: withdrawBounties(account),
    }),
    [account],
  );
  if (!data) return null;
  const { coins, tokens, credit, fees, bounties } = data;
  if (coins + tokens + credit + fees + bounties === 0n) return null;
  return (
    <Section title={text('court.owed')}>
      <Card className="flex flex-wrap gap-x-10 gap-y-5">
        {coins + tokens > 0n && (
          <Row label={text('court.owedCourt')} request={requests.court}>
            {coins > 0n && <Coins amount={coins} />}
            {tokens > 0n && <Tokens amount={tokens} />}
          </Row>
        )}
        {credit > 0n && (
          <Row label={text('court.owedDisputes')} request={requests.disputes}>
            <Money amount={credit} exact />
          </Row>
        )}
        {bounties > 0n && (
          <Row label={text('court.owedBounties')} request={requests.bounties}>
            <Money amount={bounties} exact />
          </Row>
        )}
        {fees > 0n && (
          <Row label={text('court.owedFees')} request={requests.fees}>
            <Coins amount={fees} />
          </Row>
        )}
      </Card>
    </Section>
  );
}

function Row({ label, request, children }: { label: string; request: TransactionRequest; children: ReactNode }) {
  const text = useText(courtMessages);
  return (
    <div className="grid content-start gap-2">
      <span className="text-sm text-muted">{label}</span>
      <span className="flex gap-4 text-lg font-medium">{children}</span>
      <TransactionButton request={request} kind="secondary" terse>
        {text('court.withdraw')}
      </TransactionButton>
    </div>
  );
}
