import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import type { ReadReceipt } from './receipt-file.ts';
import { receiptMessages } from './receipt-messages.ts';
import { slashReceipt } from './transactions/receipt-case.ts';

/** Ends a case that was not answered. */
export function SlashButton({ signed }: { signed: Pick<ReadReceipt, 'receipt' | 'digest'> }) {
  const text = useText(receiptMessages);
  const { receipt, digest } = signed;
  const request = useMemo(() => slashReceipt({ receipt, digest }), [receipt, digest]);
  return (
    <TransactionButton request={request} kind="danger">
      {text('receipts.slash')}
    </TransactionButton>
  );
}
