import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import type { SignedReceipt } from '../../../../relay/api/receipts.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { saveFile } from '../../../shared/files/save-file.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { readSigned, writeReceiptFile } from '../../../shared/receipts/receipt-file.ts';
import { ReceiptSignature } from '../../../shared/receipts/receipt-signature.tsx';
import { ReceiptStatus } from '../../../shared/receipts/receipt-status.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Tooltip } from '../../../shared/ui/tooltip.tsx';
import { ordersMessages } from '../messages.ts';
import { NomineeName } from './nominee-name.tsx';

interface Props {
  order: Pick<Order, 'orderId'>;
  receipt: SignedReceipt;
}

/** The signed receipt and its place in the statement, both checked here and not by whoever sent it. */
export function ReceiptCard({ order, receipt: given }: Props) {
  const text = useText(ordersMessages);
  const { chain, contracts } = useAppConfig();
  const scope = useMemo(() => ({ chainId: chain.id, settlement: contracts.settlement }), [chain.id, contracts]);
  const signed = useMemo(() => readSigned(given, scope), [given, scope]);
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid flex-1 basis-64 gap-1">
          <h2 className="font-display text-xl font-semibold">{text('orders.receipt')}</h2>
          <p className="text-muted">{text('orders.receiptIntro')}</p>
        </div>
        <div className="grid gap-1">
          <Button
            size="small"
            onClick={() =>
              saveFile(
                `receipt-${shortHex(order.orderId, 8)}.json`,
                writeReceiptFile({ ...given, digest: signed.digest }, scope),
                'application/json',
              )
            }
          >
            <Download aria-hidden="true" className="size-4" />
            {text('orders.download')}
          </Button>
        </div>
      </div>
      {signed.digest === given.digest ? (
        <>
          <ReceiptSignature signed={signed} />
          <ReceiptStatus signed={signed} />
        </>
      ) : (
        <Notice kind="error" title={text('orders.receiptBad')}>
          {text('orders.receiptBadDigest')}
        </Notice>
      )}
      <Details signed={given} />
    </Card>
  );
}

function Details({ signed: { receipt, digest } }: { signed: SignedReceipt }) {
  const text = useText(ordersMessages);
  const hex = (value: string, label: string) => (
    <span key={label} className="inline-flex items-center">
      <span className="font-mono text-sm">{shortHex(value, 6)}</span>
      <CopyButton value={value} label={label} />
    </span>
  );
  return (
    <Disclosure summary={text('orders.receiptDetails')}>
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
    </Disclosure>
  );
}
