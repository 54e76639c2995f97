import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Receipt } from '../../../../protocol/settlement/receipt.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { platformsMessages } from '../messages.ts';

const LINK = 'underline underline-offset-4';

interface Props {
  receipt: Receipt;
  /** What differs from it is marked. */
  other?: Receipt;
}

/** The fields of a receipt. */
export function ReceiptFacts({ receipt, other }: Props) {
  const text = useText(platformsMessages);
  const marked = (key: keyof Receipt, value: ReactNode) =>
    other && other[key] !== receipt[key] ? (
      <span key={key} className="inline-flex flex-wrap items-center justify-end gap-2">
        <Badge tone="danger">{text('check.differs')}</Badge>
        {value}
      </span>
    ) : (
      value
    );
  const { platformId, epoch, lotId } = receipt;
  return (
    <Facts
      facts={[
        [
          text('check.platform'),
          <Link key="p" to="/platforms/$id" params={{ id: String(platformId) }} className={LINK}>
            {text('platforms.number', { number: String(platformId) })}
          </Link>,
        ],
        [
          text('check.epoch'),
          marked(
            'epoch',
            <Link to="/epochs/$number" params={{ number: String(epoch) }} className={LINK}>
              {epoch}
            </Link>,
          ),
        ],
        [
          text('check.lot'),
          marked(
            'lotId',
            <Link to="/lots/$number" params={{ number: String(lotId) }} className={LINK}>
              {lotId}
            </Link>,
          ),
        ],
        [text('check.quantity'), marked('quantity', receipt.quantity)],
        [text('check.sales'), marked('sales', <Money amount={receipt.sales} exact />)],
        [text('check.fee'), marked('fee', <Money amount={receipt.fee} exact />)],
        [text('check.commission'), marked('commission', <Money amount={receipt.commission} exact />)],
        [
          text('check.order'),
          <span key="o" className="inline-flex items-center">
            <span className="font-mono text-sm">{shortHex(receipt.orderId)}</span>
            <CopyButton value={receipt.orderId} label={text('check.order')} />
          </span>,
        ],
      ]}
    />
  );
}
