import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bytesToHex } from 'viem';
import { buyerSalt } from '../../../../protocol/secrets/derive-salt.ts';
import { buyerCommitment } from '../../../../protocol/settlement/buyer-commitment.ts';
import type { Order, OrderRequest } from '../../../../relay/api/orders.ts';
import { communeKey } from '../../../shared/config/commune-key.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { HttpError } from '../../../shared/http/http-error.ts';
import { visitorId } from '../../../shared/referrals/visitor-id.ts';
import { idempotencyKey } from '../../../shared/relay/idempotency-key.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { writeStored } from '../../../shared/storage/stored.ts';
import { useStored } from '../../../shared/storage/use-stored.ts';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { intentKey, type OrderIntent, readIntent } from './order-intent.ts';

/** What the buyer chose. */
export type OrderChoice = Pick<OrderRequest, 'lotId' | 'quantity' | 'nomineeId' | 'unitPrice' | 'delivery'>;

/** This browser keeps nothing, so a cut-off order could not be sent again as the same one. */
export class NothingKeptError extends Error {}

/** Places orders so that a lost answer or a reload never orders twice. */
export function usePlaceOrder(lotId: number) {
  const config = useAppConfig();
  const account = useAccount()?.address;
  const { token, signIn, request } = useSession();
  const root = useRootSecret();
  const queries = useQueryClient();
  const key = intentKey(communeKey(config), account, lotId);
  const [intent] = useStored(key, readIntent);
  const [step, setStep] = useState<'signing' | 'sending' | null>(null);

  const send = async (sent: OrderIntent): Promise<Order> => {
    setStep('sending');
    try {
      const order = await request<Order>('/orders', { json: sent.request, idempotencyKey: sent.idempotencyKey });
      writeStored(key, null);
      void queries.invalidateQueries({ queryKey: ['relay'] });
      return order;
    } catch (error) {
      // Refused is an answer, too; only silence leaves it open whether the order exists.
      if (error instanceof HttpError && error.status < 500 && error.status !== 429) writeStored(key, null);
      throw error;
    }
  };

  const placing = useMutation({
    mutationFn: async (choice: OrderChoice) => {
      if (!account) throw new Error('connect a wallet first');
      setStep('signing');
      if (!token) await signIn();
      const secret = await root();
      const commitmentNonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
      const fresh: OrderIntent = {
        idempotencyKey: idempotencyKey(),
        request: {
          ...choice,
          buyerCommitment: buyerCommitment(account, buyerSalt(secret, lotId, commitmentNonce)),
          commitmentNonce,
          visitorId: visitorId(),
        },
      };
      if (!writeStored(key, fresh)) throw new NothingKeptError();
      return send(fresh);
    },
    onSettled: () => setStep(null),
  });

  const resuming = useMutation({ mutationFn: send, onSettled: () => setStep(null) });

  return {
    place: placing.mutateAsync,
    resume: resuming.mutateAsync,
    /** An order of an earlier visit whose answer never came. */
    intent: placing.isPending || resuming.isPending ? null : intent,
    drop: () => writeStored(key, null),
    step,
    isPlacing: placing.isPending || resuming.isPending,
    error: placing.error ?? resuming.error,
    /** Price of a unit in the order that was refused. */
    refusedPrice: placing.variables?.unitPrice ?? resuming.variables?.request.unitPrice,
  };
}
