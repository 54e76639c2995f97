import { Link } from '@tanstack/react-router';
import type { Order } from '../../../../relay/api/orders.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { OrderSteps } from '../checkout/order-steps.tsx';
import { ordersMessages } from '../messages.ts';
import { orderActions } from './order-actions.ts';
import { OrderFacts } from './order-facts.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { PaymentCard } from './payment-card.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { RefundCard } from './refund-card.tsx';
import { StateBadge } from './state-badge.tsx';
import { StatementCard } from './statement-card.tsx';
import { useOrderName } from './use-order-name.ts';
import { useWallClock } from './use-wall-clock.ts';

const STAGE = { Created: 1, AwaitingPayment: 1, Paid: 2, Shipped: 2, Delivered: 2, Settled: 3 } as const;

/** Everything about an order, what is to be done first. */
export function OrderView({ order }: { order: Order }) {
  const text = useText(ordersMessages);
  const name = useOrderName();
  const chain = useNow() ?? 0;
  const wall = useWallClock();
  const actions = orderActions(order, { chain, wall });
  const stage = order.state in STAGE ? STAGE[order.state as keyof typeof STAGE] : null;
  const isUnpaid = order.state === 'Created' || order.state === 'AwaitingPayment';
  return (
    <div className="grid gap-6">
      {stage !== null && <OrderSteps current={stage} />}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <p className="text-lg">
          <Link
            to="/lots/$number"
            params={{ number: String(order.lotId) }}
            className="font-display text-2xl font-semibold underline decoration-line-strong underline-offset-4"
          >
            {name(order)}
          </Link>{' '}
          <span className="text-muted">
            {text('orders.lot', { code: order.lotCode })} · {text('orders.units', { count: order.quantity })}
          </span>
        </p>
        <span className="flex items-center gap-3">
          <StateBadge state={order.state} />
          <Money amount={BigInt(order.unitPrice) * BigInt(order.quantity)} />
        </span>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-6">
          {isUnpaid && <PaymentCard order={order} actions={actions} wall={wall} />}
          {actions.canMeasure && <Measure lotId={order.lotId} />}
          {order.receipt ? (
            <ReceiptCard order={order} receipt={order.receipt} />
          ) : (
            !isUnpaid && stage && <ReceiptLater />
          )}
          {order.statement && <StatementCard statement={order.statement} />}
          {actions.returnable > 0 && <RefundCard order={order} most={actions.returnable} />}
        </div>
        <div className="grid gap-6">
          <Card className="grid gap-4">
            <h2 className="font-display text-xl font-semibold">{text('orders.progress')}</h2>
            <OrderTimeline order={order} />
          </Card>
          <OrderFacts order={order} />
        </div>
      </div>
    </div>
  );
}

function Measure({ lotId }: { lotId: number }) {
  const text = useText(ordersMessages);
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4 border-jade">
      <p className="max-w-prose flex-1 basis-64">{text('orders.measureIntro')}</p>
      <Link to="/experience/$lot" params={{ lot: String(lotId) }} className={buttonClass('primary')}>
        {text('orders.measure')}
      </Link>
    </Card>
  );
}

function ReceiptLater() {
  const text = useText(ordersMessages);
  return (
    <Card className="grid gap-1">
      <h2 className="font-display text-xl font-semibold">{text('orders.receipt')}</h2>
      <p className="text-muted">{text('orders.receiptLater')}</p>
    </Card>
  );
}
