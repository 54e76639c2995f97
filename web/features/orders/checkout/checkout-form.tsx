import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { defaultShareRates } from '../../../../protocol/settlement/share-rates.ts';
import type { Listing } from '../../../../relay/api/catalogue.ts';
import type { Order } from '../../../../relay/api/orders.ts';
import { useEpoch } from '../../../shared/chain/use-epoch.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useExperiencerId } from '../../../shared/experiencers/use-experiencer-id.ts';
import { useExperiencers } from '../../../shared/experiencers/use-experiencers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import type { ConnectedAccount } from '../../../shared/wallet/use-account.ts';
import { checkoutMessages } from '../checkout-messages.ts';
import { type DeliveryDraft, deliveryOf, NO_DELIVERY } from './delivery.ts';
import { DeliveryCard } from './delivery-card.tsx';
import { NomineeCard } from './nominee-card.tsx';
import { OrderRefusal } from './order-refusal.tsx';
import { priceBreakdown } from './price-breakdown.ts';
import { PriceCard } from './price-card.tsx';
import { proposeNominee, rankNominees } from './propose-nominee.ts';
import { QuantityField } from './quantity-field.tsx';
import { ResumeOrder } from './resume-order.tsx';
import { useCheckoutFacts } from './use-checkout-facts.ts';
import { usePlaceOrder } from './use-place-order.ts';
import { useValidClick } from './use-valid-click.ts';

const MOST_UNITS = 1_000;
const DELIVERY_PROBLEMS = { missing: 'checkout.deliveryMissing', incomplete: 'checkout.deliveryIncomplete' } as const;

interface Props {
  listing: Listing;
  account: ConnectedAccount;
}

/** Quantity, nominee, address; what it costs and where the money goes; and the order itself. */
export function CheckoutForm({ listing, account }: Props) {
  const text = useText(checkoutMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { local } = useAppConfig();
  const epoch = useEpoch()?.epoch ?? 0;
  const facts = useCheckoutFacts(listing.lotId);
  const records = useExperiencers();
  const ownId = useExperiencerId(account.address).data ?? 0;
  const click = useValidClick(listing.commodityId, account);
  const orders = usePlaceOrder(listing.lotId);

  const [quantity, setQuantity] = useState(1);
  const [choice, setChoice] = useState<number | null>(null);
  const [delivery, setDelivery] = useState<DeliveryDraft>(NO_DELIVERY);
  const [tried, setTried] = useState(false);

  const excluded = facts.data?.excluded ?? [];
  const isBarred = excluded.some((one) => one.toLowerCase() === account.address.toLowerCase());
  const situation = { records: records.data ?? [], epoch, ownId: isBarred ? 0 : ownId, excluded };
  const proposal = proposeNominee(situation);
  const nomineeId = choice ?? proposal.nominee?.id ?? 0;
  const rates = facts.data?.rates ?? defaultShareRates;
  const { feeBps, commissionBps, unitPrice } = listing;
  const most = Math.min(listing.available, MOST_UNITS);
  const units = Math.min(quantity, Math.max(1, most));
  const terms = { unitPrice: BigInt(unitPrice), quantity: units, feeBps, commissionBps, isRecommended: click !== null };
  const price = priceBreakdown(terms, rates);
  const address = deliveryOf(delivery, local !== null);

  const go = ({ orderId }: Order) => navigate({ to: '/orders/$id', params: { id: orderId } });
  const submit = () => {
    setTried(true);
    if ('problem' in address) return;
    const order = { lotId: listing.lotId, quantity: units, nomineeId, unitPrice, ...(address.delivery && address) };
    orders.place(order).then(go, () => {});
  };

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-6">
        {orders.intent && (
          <ResumeOrder
            intent={orders.intent}
            onSend={(intent) => orders.resume(intent).then(go, () => {})}
            onDrop={orders.drop}
          />
        )}
        <Card className="flex flex-wrap items-end justify-between gap-4">
          <QuantityField
            label={text('checkout.quantity')}
            value={units}
            max={most}
            hint={text('checkout.available', { count: listing.available })}
            onChange={setQuantity}
          />
          <p className="numbers pb-7 text-muted">
            <Money amount={unitPrice} /> {text('checkout.each')}
          </p>
        </Card>
        <QueryView query={records}>
          {() => (
            <NomineeCard
              proposal={proposal}
              ranked={rankNominees(situation)}
              nomineeId={nomineeId}
              ownId={ownId}
              epoch={epoch}
              onChoose={setChoice}
            />
          )}
        </QueryView>
        <DeliveryCard
          draft={delivery}
          isOptional={local !== null}
          error={tried && 'problem' in address ? text(DELIVERY_PROBLEMS[address.problem]) : undefined}
          onChange={setDelivery}
        />
      </div>
      <div className="grid gap-4 lg:sticky lg:top-24">
        <PriceCard
          price={price}
          feeBps={feeBps}
          commissionBps={commissionBps}
          rates={rates}
          recommenderId={click?.recommenderId ?? null}
        />
        {orders.error && <OrderRefusal error={orders.error} before={orders.refusedPrice ?? unitPrice} />}
        <Button
          kind="primary"
          size="large"
          busy={orders.isPlacing}
          data-tour="buy"
          disabled={!account.isOnChain || most < 1 || records.data === undefined || orders.intent !== null}
          onClick={submit}
        >
          {orders.step ? text(`checkout.${orders.step}`) : text('checkout.submit')}
        </Button>
        <p className="text-sm text-muted">
          {most < 1 ? text('checkout.stockExhausted', { count: 0 }) : text('checkout.submitHelp')}
        </p>
        <p className="sr-only" role="status">
          {`${text('checkout.total')} ${format.amount(price.total)} USD`}
        </p>
      </div>
    </div>
  );
}
