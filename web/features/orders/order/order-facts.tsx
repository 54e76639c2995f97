import type { Order } from '../../../../relay/api/orders.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { ordersMessages } from '../messages.ts';
import { NomineeName } from './nominee-name.tsx';

/** The order's numbers; those of money say what it is now, after what was given back. */
export function OrderFacts({ order }: { order: Order }) {
  const text = useText(ordersMessages);
  const { orderId, sales, fee, commission, recommenderId, nomineeId, refundedQuantity } = order;
  return (
    <Card className="grid gap-3">
      <h2 className="font-display text-xl font-semibold">{text('orders.details')}</h2>
      <Facts
        facts={[
          [
            text('orders.number'),
            <span key="id" className="inline-flex items-center">
              <span className="font-mono text-sm whitespace-nowrap">{shortHex(orderId)}</span>
              <CopyButton value={orderId} label={text('orders.number')} />
            </span>,
          ],
          [text('orders.sales'), <Money key="sales" amount={sales} />],
          [text('orders.fee'), <Money key="fee" amount={fee} />],
          ...(recommenderId > 0
            ? [[`${text('orders.commission')} (#${recommenderId})`, <Money key="c" amount={commission} />] as const]
            : []),
          [text('orders.nominee'), <NomineeName key="n" id={nomineeId} />],
          ...(refundedQuantity > 0
            ? [[text('orders.refunded'), text('orders.units', { count: refundedQuantity })] as const]
            : []),
        ]}
      />
    </Card>
  );
}
