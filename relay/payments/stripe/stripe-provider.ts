import Stripe from 'stripe';
import type { Config } from '../../config.ts';
import { type PaymentProvider, PaymentRefused, type ProviderEvent, WebhookRefused } from '../provider.ts';

/** The settlement asset has 6 decimals and stands for a dollar; Stripe counts cents. */
const UNITS_PER_CENT = 10_000n;
/** A Checkout page lives at least half an hour (seconds, with a margin for the way to Stripe). */
const SHORTEST = 31 * 60;
const TIMEOUT_MS = 15_000;

export type StripeConfig = Pick<Config, 'stripe' | 'origins' | 'publicUrl'>;

/** Cards and wallets by Stripe Checkout. The reference is the Checkout session's id. */
export function createStripeProvider(
  { stripe: keys, origins, publicUrl }: StripeConfig,
  options: Stripe.StripeConfig = {},
): PaymentProvider {
  if (keys === null) throw new Error('Stripe needs STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET');
  const stripe = new Stripe(keys.secretKey, { timeout: TIMEOUT_MS, maxNetworkRetries: 2, ...options });
  const site = origins[0] ?? publicUrl;

  return {
    name: 'stripe',
    async create({ paymentId, orderId, amount, expiresAt }) {
      if (amount % UNITS_PER_CENT !== 0n) {
        throw new PaymentRefused('The amount is not a whole number of cents; pay with the stablecoin instead.');
      }
      const created = await stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: paymentId,
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: 'usd',
                unit_amount: Number(amount / UNITS_PER_CENT),
                product_data: { name: `Order ${orderId.slice(0, 10)}` },
              },
            },
          ],
          payment_intent_data: { metadata: { paymentId, orderId } },
          expires_at: Math.max(expiresAt, Math.floor(Date.now() / 1000) + SHORTEST),
          success_url: `${site}/orders/${orderId}`,
          cancel_url: `${site}/orders/${orderId}`,
        },
        { idempotencyKey: paymentId },
      );
      return { reference: created.id, action: created.url === null ? null : { kind: 'redirect', url: created.url } };
    },
    verifyWebhook(rawBody, headers) {
      const signature = headers['stripe-signature'];
      if (typeof signature !== 'string') throw new WebhookRefused('The header Stripe-Signature is missing.');
      let event: Stripe.Event;
      try {
        event = stripe.webhooks.constructEvent(rawBody, signature, keys.webhookSecret);
      } catch (error) {
        throw new WebhookRefused((error as Error).message);
      }
      const told = toEvent(event);
      return told === null ? [] : [told];
    },
    async fetchStatus(reference) {
      const { status, payment_status, amount_total } = await stripe.checkout.sessions.retrieve(reference);
      const amount = amount_total === null ? null : BigInt(amount_total) * UNITS_PER_CENT;
      if (payment_status === 'paid') return { status: 'succeeded', amount, failure: null };
      return { status: status === 'expired' ? 'cancelled' : 'pending', amount, failure: null };
    },
    async refund({ refundId, reference, amount }) {
      const { payment_intent } = await stripe.checkout.sessions.retrieve(reference);
      const intent = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id;
      if (intent === undefined) throw new Error('a Checkout session was not paid');
      const refund = await stripe.refunds.create(
        { payment_intent: intent, amount: Number(amount / UNITS_PER_CENT), metadata: { refundId } },
        { idempotencyKey: refundId },
      );
      return { reference: refund.id, ...refundStatus(refund) };
    },
    async fetchRefund(reference) {
      return refundStatus(await stripe.refunds.retrieve(reference));
    },
    async cancel(reference) {
      try {
        return (await stripe.checkout.sessions.expire(reference)).status === 'expired';
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // Too late, or done before: the session says which.
        return (await stripe.checkout.sessions.retrieve(reference)).status === 'expired';
      }
    },
  };
}

function refundStatus({ status, failure_reason }: Stripe.Refund) {
  if (status === 'succeeded') return { status: 'succeeded' as const, failure: null };
  if (status === 'failed' || status === 'canceled')
    return { status: 'failed' as const, failure: failure_reason ?? status };
  return { status: 'submitted' as const, failure: null };
}

function toEvent(event: Stripe.Event): ProviderEvent | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const { id, payment_status, amount_total } = event.data.object;
      // Some ways to pay take days: the money is announced by a later event.
      if (payment_status !== 'paid') return null;
      const amount = amount_total === null ? null : (BigInt(amount_total) * UNITS_PER_CENT).toString();
      return { id: event.id, kind: 'payment-succeeded', reference: id, amount, failure: null };
    }
    case 'checkout.session.async_payment_failed':
      return {
        id: event.id,
        kind: 'payment-failed',
        reference: event.data.object.id,
        amount: null,
        failure: 'declined',
      };
    case 'checkout.session.expired':
      return {
        id: event.id,
        kind: 'payment-cancelled',
        reference: event.data.object.id,
        amount: null,
        failure: 'expired',
      };
    case 'refund.updated':
    case 'refund.failed': {
      const { status, failure } = refundStatus(event.data.object);
      if (status === 'submitted') return null;
      return { id: event.id, kind: `refund-${status}`, reference: event.data.object.id, amount: null, failure };
    }
    default:
      return null;
  }
}
