import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useRelayQuery } from '../../../shared/relay/use-relay-query.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { Spinner } from '../../../shared/ui/spinner.tsx';
import { ordersMessages } from '../messages.ts';
import { CancelOrder } from './cancel-order.tsx';
import type { OrderActions } from './order-actions.ts';
import { PaymentForm } from './payment-form.tsx';
import { type Provider, usePay } from './use-pay.ts';

interface Props {
  order: Order;
  actions: OrderActions;
  /** Unix seconds of the clock on the wall. */
  wall: number;
}

/** Pays for what is reserved. */
export function PaymentCard({ order, actions, wall }: Props) {
  const text = useText(ordersMessages);
  const format = useFormat();
  const sentence = useErrorText();
  const providers = useRelayQuery<{ providers: Provider[] }>('/payment-providers');
  const pay = usePay(order);
  const [sentFor, setSentFor] = useState<string | null>(null);
  const { payment, reservedUntil } = order;
  const reason = (failure: string | null) =>
    failure?.includes('declined')
      ? text('orders.paymentFailed.declined')
      : text('orders.paymentFailed.other', { code: failure ?? '?' });
  const isConfirming = payment?.status === 'succeeded' || (payment?.status === 'pending' && sentFor === order.orderId);

  if (!actions.canPay && payment?.status !== 'succeeded') {
    return (
      <Notice
        kind="warning"
        action={
          <Link to="/checkout/$lot" params={{ lot: String(order.lotId) }} className={buttonClass('primary', 'small')}>
            {text('orders.buyAgain')}
          </Link>
        }
      >
        {text('orders.reservationOver')}
      </Notice>
    );
  }
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="font-display text-xl font-semibold">{text('orders.choosePayment')}</h2>
          {reservedUntil !== null && reservedUntil > wall && (
            <p className="numbers text-sm text-amber">
              {text('orders.reservedFor')} {format.duration(reservedUntil - wall)}
            </p>
          )}
        </div>
        <p className="text-muted">{text('orders.payIntro')}</p>
      </div>
      {payment?.status === 'failed' && (
        <Notice kind="error">{text('orders.paymentFailed', { reason: reason(payment.failure) })}</Notice>
      )}
      {isConfirming ? (
        <p role="status" className="flex items-center gap-3 rounded-xl bg-sky-soft px-4 py-3">
          <Spinner /> {text('orders.paymentPending')}
        </p>
      ) : (
        <QueryView query={providers}>
          {({ providers: offered }) => (
            <PaymentForm
              order={order}
              providers={offered}
              busy={pay.isPending}
              onPay={(choice) => pay.mutate(choice, { onSuccess: () => setSentFor(order.orderId) })}
            />
          )}
        </QueryView>
      )}
      {pay.error && <Notice kind="error">{sentence(pay.error)}</Notice>}
      {actions.canCancel && !isConfirming && <CancelOrder orderId={order.orderId} />}
    </Card>
  );
}
