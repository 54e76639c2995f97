import { useMemo } from 'react';
import { PledgeNote } from '../cases/pledge-note.tsx';
import { usePledge } from '../cases/use-pledge.ts';
import { useNow } from '../chain/use-now.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { CountDown } from '../ui/count-down.tsx';
import type { ReadReceipt } from './receipt-file.ts';
import { receiptMessages } from './receipt-messages.ts';
import { challengeReceipt } from './transactions/receipt-case.ts';
import { useReward } from './use-reward.ts';

interface Props {
  signed: ReadReceipt;
  /** Unix seconds. */
  until: number;
}

/** The challenge of a receipt: what it costs, what comes of it, and the button. */
export function ChallengePanel({ signed, until }: Props) {
  const text = useText(receiptMessages);
  const format = useFormat();
  const now = useNow() ?? 0;
  const pledge = usePledge().data;
  const reward = useReward(signed).data;
  const amount = pledge?.pledge;
  const request = useMemo(() => (amount === undefined ? null : challengeReceipt(signed, amount)), [signed, amount]);
  return (
    <div className="grid gap-4 rounded-xl bg-sunken p-4">
      <p>
        {text('receipts.missingUntil', { date: format.dateTime(until) })} <CountDown until={until} />
      </p>
      <PledgeNote />
      <div className="grid gap-1.5 text-sm">
        <p className="font-medium">{text('receipts.then')}</p>
        <ul className="grid list-disc gap-1 pl-5">
          <li>{text('receipts.thenAnswer', { date: pledge ? format.dateTime(now + pledge.answerWindow) : '…' })}</li>
          <li>
            {text('receipts.thenSlash', {
              amount: reward === undefined ? '…' : format.amount(reward),
            })}
          </li>
        </ul>
      </div>
      <TransactionButton request={request}>{text('receipts.challenge')}</TransactionButton>
    </div>
  );
}
