import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useConfig } from 'wagmi';
import type { Order } from '../../../../relay/api/orders.ts';
import type { Payment, PaymentAction } from '../../../../relay/api/payments.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { fetchJson } from '../../../shared/http/fetch-json.ts';
import { idempotencyKey } from '../../../shared/relay/idempotency-key.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { authorizationTypedData } from './authorization.ts';

export type Provider = Payment['provider'];

/** How to pay; a card for the test provider. */
export interface PaymentChoice {
  readonly provider: Provider;
  readonly card?: string;
}

/** Begins a payment and does what its provider wants of the buyer. An earlier one that no money is on its way for gives way to it. */
export function usePay(order: Pick<Order, 'orderId' | 'sales'>) {
  const { contracts, chain } = useAppConfig();
  const wagmi = useConfig();
  const account = useAccount();
  const { request } = useSession();
  const queries = useQueryClient();

  const act = async (paymentId: string, action: PaymentAction, card: string | undefined): Promise<void> => {
    if (action.kind === 'redirect') {
      window.location.assign(action.url);
      return;
    }
    if (action.kind === 'test-card') {
      const body = JSON.stringify({ card: card ?? action.cards[0]?.card });
      await fetchJson(action.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return;
    }
    if (!account) throw new Error('connect a wallet first');
    const { signTypedData } = await import('wagmi/actions');
    const expected = {
      chainId: chain.id,
      asset: contracts.asset,
      buyer: account.address,
      amount: BigInt(order.sales),
    };
    const signature = await signTypedData(wagmi, {
      ...authorizationTypedData(action, expected),
      account: account.address,
    });
    await request(`/payments/${paymentId}/authorization`, { json: { signature } });
  };

  return useMutation({
    mutationFn: async ({ provider, card }: PaymentChoice) => {
      const payment = await request<Payment>(`/orders/${order.orderId}/payment`, {
        json: { provider },
        idempotencyKey: idempotencyKey(),
      });
      if (payment.action) await act(payment.paymentId, payment.action, card);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['relay'] }),
  });
}
