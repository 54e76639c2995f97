import type { Order } from '../../../../relay/api/orders.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { ordersMessages } from '../messages.ts';

/** What was bought, by name where it is known. */
export function useOrderName(): (order: Pick<Order, 'name' | 'lotId'>) => string {
  const text = useText(ordersMessages);
  const localized = useLocalized();
  return ({ name, lotId }) => (name ? localized(name) : text('orders.unnamed', { lot: String(lotId) }));
}
