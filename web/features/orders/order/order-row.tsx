import { Link } from '@tanstack/react-router';
import type { Order } from '../../../../relay/api/orders.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Money } from '../../../shared/ui/money.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { ordersMessages } from '../messages.ts';
import { StateBadge } from './state-badge.tsx';
import { useOrderName } from './use-order-name.ts';

/** One order in a list; all of it leads to its page. */
export function OrderRow({ order }: { order: Order }) {
  const text = useText(ordersMessages);
  const name = useOrderName();
  return (
    <Link
      to="/orders/$id"
      params={{ id: order.orderId }}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 rounded-2xl border border-line bg-surface px-4 py-3 shadow-card hover:border-line-strong sm:gap-x-6 sm:p-5"
    >
      <span className="font-display text-lg font-semibold">{name(order)}</span>
      <span className="text-right">
        <StateBadge state={order.state} />
      </span>
      <span className="text-sm text-muted">
        {text('orders.lot', { code: order.lotCode })} · {text('orders.units', { count: order.quantity })} ·{' '}
        <Timestamp at={order.createdAt} />
      </span>
      <span className="text-right">
        <Money amount={BigInt(order.unitPrice) * BigInt(order.quantity)} />
      </span>
    </Link>
  );
}
