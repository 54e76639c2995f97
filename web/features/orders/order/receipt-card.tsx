import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { Order } from '../../../../relay/api/orders.ts';
import type { SignedReceipt } from '../../../../relay/api/receipts.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { saveFile } from '../../../shared/files/save-file.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Tooltip } from '../../../shared/ui/tooltip.tsx';
import { ordersMessages } from '../messages.ts';
import { NomineeName } from './nominee-name.tsx';
import { useOperator } from './use-operator.ts';
import { verifyReceipt } from './verify-receipt.ts';

interface Props {
  order: Pick<Order, 'orderId' | 'lotCode'>;
  receipt: SignedReceipt;
}

/** The signed receipt, checked here and not by whoever sent it. */
export function ReceiptCard({ order, receipt: signed }: Props) {
  const text = useText(ordersMessages);
  const { receipt, digest } = signed;
  const hex = (value: string, label: string) => (
    <span key={label} className="inline-flex items-center">
      <span className="font-mono text-sm">{shortHex(value, 6)}</span>
      <CopyButton value={value} label={label} />
    </span>
  );
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid flex-1 basis-64 gap-1">
          <h2 className="font-display text-xl font-semibold">{text('orders.receipt')}</h2>
          <p className="text-muted">{text('orders.receiptIntro')}</p>
        </div>
        <Button
          size="small"
          onClick={() =>
            saveFile(`receipt-${shortHex(order.orderId, 8)}.json`, JSON.stringify(signed, null, 2), 'application/json')
          }
        >
          <Download aria-hidden="true" className="size-4" />
          {text('orders.download')}
        </Button>
      </div>
      <Check signed={signed} />
      <Facts
        facts={[
          [text('orders.epoch'), String(receipt.epoch)],
          [text('orders.sales'), <Money key="s" amount={receipt.sales} exact />],
          [text('orders.fee'), <Money key="f" amount={receipt.fee} exact />],
          [text('orders.commission'), <Money key="c" amount={receipt.commission} exact />],
          [text('orders.nominee'), <NomineeName key="n" id={receipt.nomineeId} />],
          [
            <Tooltip key="t" tip={text('orders.commitmentHelp')}>
              {text('orders.commitment')}
            </Tooltip>,
            hex(receipt.buyerCommitment, text('orders.commitment')),
          ],
          [text('orders.digest'), hex(digest, text('orders.digest'))],
        ]}
      />
    </Card>
  );
}

function Check({ signed }: { signed: SignedReceipt }) {
  const text = useText(ordersMessages);
  const { chain, contracts } = useAppConfig();
  const operator = useOperator(signed.receipt.platformId);
  const check = useQuery({
    queryKey: ['receipt-check', signed.digest, signed.signature, operator.data],
    enabled: operator.data !== undefined,
    queryFn: () =>
      verifyReceipt(signed, {
        chainId: chain.id,
        settlement: contracts.settlement,
        operator: operator.data ?? '0x',
      }),
  });
  const error = operator.error ?? check.error;
  if (error) return <ErrorState error={error} onRetry={operator.refetch} />;
  if (!check.data) return <p className="text-muted">{text('orders.receiptChecking')}</p>;
  const { isDigestRight, isSignedByOperator } = check.data;
  if (isDigestRight && isSignedByOperator) {
    return (
      <Notice kind="success" title={text('orders.receiptGood')}>
        {text('orders.receiptGoodHelp', { account: shortHex(operator.data ?? '') })}
      </Notice>
    );
  }
  return (
    <Notice kind="error" title={text('orders.receiptBad')}>
      {text(isDigestRight ? 'orders.receiptBadSigner' : 'orders.receiptBadDigest')}
    </Notice>
  );
}
