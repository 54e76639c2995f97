import { useText } from '../../../shared/i18n/use-text.ts';
import type { ReadReceipt } from '../../../shared/receipts/receipt-file.ts';
import { ReceiptSignature } from '../../../shared/receipts/receipt-signature.tsx';
import { ReceiptStatus } from '../../../shared/receipts/receipt-status.tsx';
import { useReceiptFacts } from '../../../shared/receipts/use-receipt-facts.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { platformsMessages } from '../messages.ts';
import { ReceiptFacts } from './receipt-facts.tsx';

/** One receipt: who signed it, whether it is settled, and the challenge when it is not. */
export function OneReceipt({ signed }: { signed: ReadReceipt }) {
  const text = useText(platformsMessages);
  const isSigned = useReceiptFacts(signed).data?.isSigned ?? false;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-6">
        <Card className="grid gap-3">
          <h2 className="font-display text-xl font-semibold">{text('check.signature')}</h2>
          <ReceiptSignature signed={signed} />
        </Card>
        {isSigned && (
          <Card className="grid gap-3">
            <h2 className="font-display text-xl font-semibold">{text('check.statement')}</h2>
            <ReceiptStatus signed={signed} />
          </Card>
        )}
      </div>
      <Card className="grid gap-3">
        <h2 className="font-display text-xl font-semibold">{text('check.says')}</h2>
        <ReceiptFacts receipt={signed.receipt} />
      </Card>
    </div>
  );
}
