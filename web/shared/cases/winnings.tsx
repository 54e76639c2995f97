import { type ReactNode, useMemo } from 'react';
import type { Address } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import type { TransactionRequest } from '../transactions/transaction.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { caseMessages } from './case-messages.ts';
import { withdrawPledge, withdrawReward } from './transactions/withdraw-winnings.ts';
import { useWinnings } from './use-winnings.ts';

/** What an account has won by cases and can fetch; nothing when there is nothing. */
export function Winnings({ account }: { account: Address }) {
  const text = useText(caseMessages);
  const format = useFormat();
  const { nativeCurrency } = useAppConfig().chain;
  const { data } = useWinnings(account);
  const reward = useMemo(() => withdrawReward(account), [account]);
  const receipts = useMemo(() => withdrawPledge(account, 'platforms'), [account]);
  const leaves = useMemo(() => withdrawPledge(account, 'demands'), [account]);
  if (!data) return null;
  const { reward: earned, receiptPledges, leafPledges } = data;
  if (earned + receiptPledges + leafPledges === 0n) return null;
  const coin = (wei: bigint) =>
    text('cases.withdrawPledge', {
      amount: format.gas(wei, nativeCurrency.decimals),
      symbol: nativeCurrency.symbol,
    });
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      {earned > 0n && (
        <Row label={text('cases.reward')} request={reward}>
          {text('cases.withdrawReward', { amount: format.amount(earned) })}
        </Row>
      )}
      {receiptPledges > 0n && (
        <Row label={text('cases.pledgeBack')} request={receipts}>
          {coin(receiptPledges)}
        </Row>
      )}
      {leafPledges > 0n && (
        <Row label={text('cases.pledgeBack')} request={leaves}>
          {coin(leafPledges)}
        </Row>
      )}
    </div>
  );
}

function Row({ label, request, children }: { label: string; request: TransactionRequest; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <span className="text-sm text-muted">{label}</span>
      <TransactionButton request={request} kind="secondary" terse>
        {children}
      </TransactionButton>
    </div>
  );
}
