import { zeroAddress } from 'viem';
import { shortHex } from '../format/short-hex.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ReadReceipt } from './receipt-file.ts';
import { receiptMessages } from './receipt-messages.ts';
import { useReceiptFacts } from './use-receipt-facts.ts';

/** Whether the platform's key of the receipt's epoch signed it; checked here and not by whoever sent it. */
export function ReceiptSignature({ signed }: { signed: ReadReceipt }) {
  const text = useText(receiptMessages);
  const facts = useReceiptFacts(signed);
  if (facts.error && !facts.data) return <ErrorState error={facts.error} onRetry={facts.refetch} />;
  if (!facts.data) return <p className="text-muted">{text('receipts.signChecking')}</p>;
  const { signer, isSigned } = facts.data;
  const { platformId, epoch } = signed.receipt;
  const values = { account: shortHex(signer), epoch: String(epoch), platform: String(platformId) };
  if (isSigned) {
    return (
      <Notice kind="success" title={text('receipts.good')}>
        {text('receipts.goodHelp', values)}
      </Notice>
    );
  }
  return (
    <Notice kind="error" title={text('receipts.bad')}>
      {text(signer === zeroAddress ? 'receipts.badPlatform' : 'receipts.badSigner', values)}
    </Notice>
  );
}
