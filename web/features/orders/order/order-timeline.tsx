import type { ReactNode } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Stepper } from '../../../shared/ui/stepper.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { ordersMessages } from '../messages.ts';
import { ORDER_STEPS, type OrderStep, orderProgress, reachedAt } from './order-progress.ts';

const STATES = {
  ordered: 'Created',
  paid: 'Paid',
  shipped: 'Shipped',
  delivered: 'Delivered',
  settled: 'Settled',
} as const;

/** What has happened to an order and what will. */
export function OrderTimeline({ order }: { order: Order }) {
  const text = useText(ordersMessages);
  const { current, ending } = orderProgress(order);
  const note = useStepNote(order);
  const steps = ending === null ? ORDER_STEPS : ORDER_STEPS.slice(0, current);
  return (
    <div className="grid gap-4">
      <Stepper
        vertical
        current={current}
        steps={steps.map((key) => ({ key, label: text(`orders.step.${key}`), note: note(key) }))}
      />
      {ending && <Notice>{text(`orders.state.${ending}`)}</Notice>}
    </div>
  );
}

function useStepNote({ history, returnableUntil, tracking, statement }: Order): (step: OrderStep) => ReactNode {
  const text = useText(ordersMessages);
  const format = useFormat();
  const now = useNow() ?? 0;
  return (step) => {
    const at = step in STATES ? reachedAt({ history }, STATES[step as keyof typeof STATES]) : undefined;
    if (step === 'shipped' && at !== undefined && tracking) {
      return (
        <>
          <Timestamp at={at} /> · {text('orders.tracking', { number: tracking })}
        </>
      );
    }
    if (at !== undefined) return <Timestamp at={at} />;
    if (step === 'settled' && returnableUntil !== null && returnableUntil > now) {
      return text('orders.stepNote.returnUntil', { date: format.dateTime(returnableUntil) });
    }
    if (step === 'posted' && statement?.status === 'planned') return text('orders.stepNote.nextEpoch');
    if (step === 'opened' && statement?.status === 'posted' && statement.opensAt !== null) {
      return text('orders.stepNote.opensAt', { date: format.dateTime(statement.opensAt) });
    }
    return undefined;
  };
}
