import type { OrderState } from '../../../../relay/api/orders.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { ordersMessages } from '../messages.ts';

const TONES: Record<OrderState, Tone> = {
  Created: 'amber',
  AwaitingPayment: 'amber',
  Paid: 'sky',
  Shipped: 'sky',
  Delivered: 'sky',
  Settled: 'jade',
  Cancelled: 'neutral',
  Refunded: 'neutral',
  Expired: 'neutral',
};

export function StateBadge({ state }: { state: OrderState }) {
  const text = useText(ordersMessages);
  return <Badge tone={TONES[state]}>{text(`orders.state.${state}`)}</Badge>;
}
