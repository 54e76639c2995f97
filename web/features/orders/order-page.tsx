import { Link, useParams } from '@tanstack/react-router';
import type { Order } from '../../../relay/api/orders.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { NeedsSession } from '../../shared/relay/needs-session.tsx';
import { problemCode } from '../../shared/relay/problem-code.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { ordersMessages } from './messages.ts';
import { OrderView } from './order/order-view.tsx';

/** A payment is answered within seconds, a parcel within days. */
const PAYING_MS = 1_500;
const CALM_MS = 8_000;

/** One order of the account. */
export function OrderPage() {
  const text = useText(ordersMessages);
  const { id } = useParams({ from: '/orders/$id' });
  return (
    <Page title={text('orders.order')}>
      <NeedsWallet>
        {({ address }) => (
          <NeedsSession title={text('orders.signIn')}>
            <Found key={address} id={id} />
          </NeedsSession>
        )}
      </NeedsWallet>
    </Page>
  );
}

function Found({ id }: { id: string }) {
  const text = useText(ordersMessages);
  const isId = /^0x[0-9a-f]{64}$/.test(id);
  const query = useRelayQuery<Order>(`/orders/${id}`, {
    session: true,
    enabled: isId,
    refetchInterval: (order) => (order?.payment?.status === 'pending' ? PAYING_MS : CALM_MS),
  });
  const isMissing = !isId || problemCode(query.error)?.startsWith('order-');
  if (!isMissing) return <QueryView query={query}>{(order) => <OrderView order={order} />}</QueryView>;
  return (
    <EmptyState
      title={text('orders.notFound')}
      action={
        <Link to="/orders" className={buttonClass('primary')}>
          {text('orders.toList')}
        </Link>
      }
    >
      {text('orders.notFoundHelp')}
    </EmptyState>
  );
}
