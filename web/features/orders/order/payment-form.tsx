import { useId, useState } from 'react';
import type { Order } from '../../../../relay/api/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { useBalances } from '../../../shared/wallet/use-balances.ts';
import { ordersMessages } from '../messages.ts';
import { TEST_CARDS } from './test-cards.ts';
import type { PaymentChoice, Provider } from './use-pay.ts';

interface Props {
  order: Pick<Order, 'sales'>;
  providers: readonly Provider[];
  busy: boolean;
  onPay: (choice: PaymentChoice) => void;
}

/** The ways to pay that the relay has, and the button. */
export function PaymentForm({ order, providers, busy, onPay }: Props) {
  const text = useText(ordersMessages);
  const format = useFormat();
  const name = useId();
  const account = useAccount();
  const balance = useBalances(account?.address).data?.asset;
  const [provider, setProvider] = useState<Provider | undefined>(providers[0]);
  const [card, setCard] = useState<string>(TEST_CARDS[0].number);
  const amount = format.amount(order.sales);
  const isLow = provider === 'stablecoin' && balance !== undefined && balance < BigInt(order.sales);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (provider) onPay({ provider, card });
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{text('orders.choosePayment')}</legend>
        {providers.map((one) => (
          <label
            key={one}
            className="flex items-start gap-3 rounded-xl border border-line-strong/60 p-4 has-checked:border-jade has-checked:bg-jade-soft"
          >
            <input
              type="radio"
              name={name}
              className="mt-1 size-5 accent-jade"
              checked={provider === one}
              onChange={() => setProvider(one)}
            />
            <span className="grid">
              <span className="font-medium">{text(`orders.provider.${one}`)}</span>
              <span className="text-sm text-muted">{text(`orders.providerHelp.${one}`)}</span>
              {one === 'stablecoin' && balance !== undefined && (
                <span className={`numbers text-sm ${isLow ? 'text-danger' : 'text-muted'}`}>
                  {text(isLow ? 'orders.balanceLow' : 'orders.balance', { amount: format.amount(balance) })}
                </span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {provider === 'test' && (
        <Field label={text('orders.card')}>
          {(control) => (
            <Select {...control} value={card} onChange={(event) => setCard(event.target.value)}>
              {TEST_CARDS.map(({ number, outcome }) => (
                <option key={number} value={number}>
                  {`${number.replace(/(.{4})(?=.)/g, '$1 ')} · ${text(`orders.card.${outcome}`)}`}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Button type="submit" kind="primary" size="large" busy={busy} disabled={!provider || isLow} data-tour="pay">
        {text(provider === 'stablecoin' ? 'orders.signAndPay' : 'orders.payNow', { amount })}
      </Button>
    </form>
  );
}
