import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { idempotencyKey } from '../../../shared/relay/idempotency-key.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { TextArea } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { QuantityField } from '../checkout/quantity-field.tsx';
import { ordersMessages } from '../messages.ts';

interface Props {
  order: Order;
  /** Units that can be given back. */
  most: number;
}

/** Gives some or all units back, as long as the return window is open. */
export function RefundCard({ order, most }: Props) {
  const text = useText(ordersMessages);
  const format = useFormat();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { returnableUntil } = order;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex-1 basis-64">
        <h2 className="font-medium">{text('orders.refundWindow')}</h2>
        <p className="numbers text-sm text-muted">
          {returnableUntil !== null && now !== undefined
            ? text('orders.refundWindowLeft', { duration: format.duration(returnableUntil - now) })
            : text('orders.refundIntro')}
        </p>
      </div>
      <Button onClick={() => setOpen(true)}>{text('orders.refund')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={text('orders.refundTitle')}>
        <RefundForm order={order} most={most} onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

function RefundForm({ order, most, onDone }: Props & { onDone: () => void }) {
  const text = useText(ordersMessages);
  const format = useFormat();
  const sentence = useErrorText();
  const { request } = useSession();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const [quantity, setQuantity] = useState(most);
  const [reason, setReason] = useState('');
  const refunding = useMutation({
    mutationFn: () =>
      request<Order>(`/orders/${order.orderId}/refund`, {
        json: { quantity, reason },
        idempotencyKey: `${key}-${quantity}`,
      }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['relay'] }),
  });
  return (
    <div className="grid gap-4">
      <p>{text('orders.refundIntro')}</p>
      <QuantityField
        label={text('orders.refundQuantity')}
        value={Math.min(quantity, most)}
        max={most}
        onChange={setQuantity}
      />
      <Field label={text('orders.refundReason')} optional>
        {(control) => (
          <TextArea {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {refunding.error && <Notice kind="error">{sentence(refunding.error)}</Notice>}
      <Button kind="danger" busy={refunding.isPending} onClick={() => refunding.mutate()}>
        {text('orders.refundSend', { amount: format.amount(BigInt(order.unitPrice) * BigInt(quantity)) })}
      </Button>
    </div>
  );
}
