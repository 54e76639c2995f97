import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { ordersMessages } from './messages.ts';

export function CheckoutPage() {
  const text = useText(ordersMessages);
  return <Page title={text('orders.title')}>{null}</Page>;
}
