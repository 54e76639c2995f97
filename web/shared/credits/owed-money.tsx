import { type ReactNode, useMemo } from 'react';
import type { Address } from 'viem';
import { useText } from '../i18n/use-text.ts';
import type { TransactionRequest } from '../transactions/transaction.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Coins } from '../ui/coins.tsx';
import { Money } from '../ui/money.tsx';
import { Tokens } from '../ui/tokens.tsx';
import { creditMessages } from './credit-messages.ts';
import {
  withdrawBounties,
  withdrawCredit,
  withdrawFees,
  withdrawFromCourt,
  withdrawFromDisputes,
} from './transactions/withdraw.ts';
import { useOwed } from './use-owed.ts';

interface Props {
  account: Address;
  /** What experts and recommenders earned as well, not only what came of disputes. */
  all?: boolean;
}

/** What waits for an account; nothing when there is nothing. */
export function OwedMoney({ account, all = false }: Props) {
  const text = useText(creditMessages);
  const { data } = useOwed(account);
  const requests = useMemo(
    () => ({
      settlement: withdrawCredit(account),
      court: withdrawFromCourt(account),
      disputes: withdrawFromDisputes(account),
      fees: withdrawFees(account),
      bounties: withdrawBounties(account),
    }),
    [account],
  );
  if (!data) return null;
  const { coins, tokens, credit, fees, bounties } = data;
  const settlement = all ? data.settlement : 0n;
  if (settlement + coins + tokens + credit + fees + bounties === 0n) return null;
  return (
    <Section title={text('credits.owed')}>
      <Card className="flex flex-wrap gap-x-10 gap-y-5">
        {settlement > 0n && (
          <Row label={text('credits.settlement')} request={requests.settlement}>
            <Money amount={settlement} exact />
          </Row>
        )}
        {coins + tokens > 0n && (
          <Row label={text('credits.court')} request={requests.court}>
            {coins > 0n && <Coins amount={coins} />}
            {tokens > 0n && <Tokens amount={tokens} />}
          </Row>
        )}
        {credit > 0n && (
          <Row label={text('credits.disputes')} request={requests.disputes}>
            <Money amount={credit} exact />
          </Row>
        )}
        {bounties > 0n && (
          <Row label={text('credits.bounties')} request={requests.bounties}>
            <Money amount={bounties} exact />
          </Row>
        )}
        {fees > 0n && (
          <Row label={text('credits.fees')} request={requests.fees}>
            <Coins amount={fees} />
          </Row>
        )}
      </Card>
    </Section>
  );
}

function Row({ label, request, children }: { label: string; request: TransactionRequest; children: ReactNode }) {
  const text = useText(creditMessages);
  return (
    <div className="grid content-start gap-2">
      <span className="text-sm text-muted">{label}</span>
      <span className="flex gap-4 text-lg font-medium">{children}</span>
      <TransactionButton request={request} kind="secondary" terse>
        {text('credits.withdraw')}
      </TransactionButton>
    </div>
  );
}
