import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { ordersMessages } from '../messages.ts';

/** Gives reserved goods back before they are paid, after one question. */
export function CancelOrder({ orderId }: { orderId: string }) {
  const text = useText(ordersMessages);
  const sentence = useErrorText();
  const { request } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancelling = useMutation({
    mutationFn: () => request<Order>(`/orders/${orderId}/cancel`, { method: 'POST' }),
    onSuccess: () => setAsking(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['relay'] }),
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)} className="justify-self-start">
        {text('orders.cancel')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text('orders.cancelSure')}>
        <div className="grid gap-4">
          <p>{text('orders.cancelHelp')}</p>
          {cancelling.error && <Notice kind="error">{sentence(cancelling.error)}</Notice>}
          <div className="flex flex-wrap gap-3">
            <Button kind="danger" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
              {text('orders.cancel')}
            </Button>
            <Button onClick={() => setAsking(false)}>{text('orders.keep')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
