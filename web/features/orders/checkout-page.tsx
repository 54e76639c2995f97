import { Link, useParams } from '@tanstack/react-router';
import type { Listing } from '../../../relay/api/catalogue.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { problemCode } from '../../shared/relay/problem-code.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { CheckoutForm } from './checkout/checkout-form.tsx';
import { OrderSteps } from './checkout/order-steps.tsx';
import { checkoutMessages } from './checkout-messages.ts';
import { ordersMessages } from './messages.ts';

/** Stock and price change while somebody makes up his mind. */
const REFRESH_MS = 10_000;

/** Buys units of a lot. */
export function CheckoutPage() {
  const text = useText(ordersMessages);
  const checkout = useText(checkoutMessages);
  const { lot } = useParams({ from: '/checkout/$lot' });
  const isLot = /^\d{1,10}$/.test(lot);
  const query = useRelayQuery<Listing>(`/catalogue/${lot}`, { enabled: isLot, refetchInterval: REFRESH_MS });
  if (!isLot || problemCode(query.error) === 'lot-unknown') {
    return (
      <Page title={checkout('checkout.badLot')}>
        <EmptyState
          title={checkout('checkout.badLot')}
          action={
            <Link to="/market" className={buttonClass('primary')}>
              {text('orders.toMarket')}
            </Link>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={checkout('checkout.title')}>
      <OrderSteps current={0} />
      <QueryView query={query}>{(listing) => <Found key={listing.lotId} listing={listing} />}</QueryView>
    </Page>
  );
}

function Found({ listing }: { listing: Listing }) {
  const text = useText(ordersMessages);
  const checkout = useText(checkoutMessages);
  const localized = useLocalized();
  const name = listing.name ? localized(listing.name) : text('orders.unnamed', { lot: String(listing.lotId) });
  return (
    <div className="grid gap-6">
      <p className="text-lg">
        <Link
          to="/lots/$number"
          params={{ number: String(listing.lotId) }}
          className="font-display text-2xl font-semibold underline decoration-line-strong underline-offset-4"
        >
          {name}
        </Link>{' '}
        <span className="text-muted">
          {listing.brand && `${localized(listing.brand)} · `}
          {text('orders.lot', { code: listing.lotCode })}
        </span>
      </p>
      {listing.sellable ? (
        <NeedsWallet>
          {(account) => <CheckoutForm key={account.address} listing={listing} account={account} />}
        </NeedsWallet>
      ) : (
        <EmptyState
          title={checkout('checkout.notSellable')}
          action={
            <Link to="/market" className={buttonClass('primary')}>
              {text('orders.toMarket')}
            </Link>
          }
        >
          {listing.unitPrice === '0' ? checkout('checkout.noPrice') : checkout('checkout.notSellableHelp')}
        </EmptyState>
      )}
    </div>
  );
}
