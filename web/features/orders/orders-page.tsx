import { Link } from '@tanstack/react-router';
import { ShoppingBag } from 'lucide-react';
import type { Order, Orders } from '../../../relay/api/orders.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { NeedsSession } from '../../shared/relay/needs-session.tsx';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonRows } from '../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { ordersMessages } from './messages.ts';
import { OrderRow } from './order/order-row.tsx';
import { useMoreOrders } from './order/use-more-orders.ts';

/** Parcels and payments move without us. */
const REFRESH_MS = 8_000;

/** What the account has bought. */
export function OrdersPage() {
  const text = useText(ordersMessages);
  return (
    <Page title={text('orders.title')} intro={text('orders.intro')}>
      <NeedsWallet>
        {({ address }) => (
          <NeedsSession title={text('orders.signIn')}>
            <OrderList key={address} />
          </NeedsSession>
        )}
      </NeedsWallet>
    </Page>
  );
}

function OrderList() {
  const text = useText(ordersMessages);
  const query = useRelayQuery<Orders>('/orders?limit=20', { session: true, refetchInterval: REFRESH_MS });
  const older = useMoreOrders(query.data?.next ?? null);
  return (
    <QueryView query={query} skeleton={<SkeletonRows rows={6} className="h-20 rounded-2xl sm:h-26" />}>
      {({ orders }) => {
        const all = [...orders, ...older.orders];
        if (all.length === 0) return <NothingBought />;
        return (
          <div className="grid gap-3">
            <List orders={all} />
            {older.next && (
              <Button busy={older.isLoading} onClick={older.load} className="justify-self-center">
                {text('orders.more')}
              </Button>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function List({ orders }: { orders: readonly Order[] }) {
  return (
    <ul className="grid gap-3">
      {orders.map((order) => (
        <li key={order.orderId}>
          <OrderRow order={order} />
        </li>
      ))}
    </ul>
  );
}

function NothingBought() {
  const text = useText(ordersMessages);
  return (
    <EmptyState
      icon={<ShoppingBag />}
      title={text('orders.empty')}
      action={
        <Link to="/market" className={buttonClass('primary')}>
          {text('orders.toMarket')}
        </Link>
      }
    >
      {text('orders.emptyHelp')}
    </EmptyState>
  );
}
