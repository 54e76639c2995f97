import { expect } from 'chai';
import Stripe from 'stripe';
import { PaymentRefused, WebhookRefused } from '../../../relay/payments/provider.ts';
import { createStripeProvider } from '../../../relay/payments/stripe/stripe-provider.ts';

const KEYS = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' };
const stripe = new Stripe(KEYS.secretKey);
const ORDER = {
  paymentId: 'bd8b4a7e-1b0f-4a7c-a5a8-000000000001',
  orderId: `0x${'ab'.repeat(32)}`,
  amount: 12_340_000n,
  buyer: `0x${'11'.repeat(20)}`,
  expiresAt: 0,
} as const;

interface Call {
  method: string;
  path: string;
  idempotencyKey: string | null;
  body: URLSearchParams;
}

/** A provider whose answers were recorded; nothing leaves the process. */
function provider(answers: Record<string, unknown>) {
  const calls: Call[] = [];
  const answer: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const headers = new Headers(init?.headers);
    const body = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
    calls.push({ method, path: pathname, idempotencyKey: headers.get('idempotency-key'), body });
    const found = answers[`${method} ${pathname}`];
    const status = (found as { error?: unknown } | undefined)?.error === undefined ? 200 : 400;
    return new Response(JSON.stringify(found), { status, headers: { 'request-id': 'req_1' } });
  };
  const config = { stripe: KEYS, origins: ['https://shop.example'], publicUrl: 'https://relay.example' };
  const options = { httpClient: Stripe.createFetchHttpClient(answer), maxNetworkRetries: 0 };
  return { calls, stripe: createStripeProvider(config, options) };
}

const session = (fields: object) => ({
  id: 'cs_test_1',
  object: 'checkout.session',
  amount_total: 1_234,
  currency: 'usd',
  payment_intent: 'pi_1',
  payment_status: 'unpaid',
  status: 'open',
  url: 'https://checkout.stripe.com/c/pay/cs_test_1',
  ...fields,
});

/** A webhook as Stripe sends it. */
function webhook(
  type: string,
  object: object,
  { secret = KEYS.webhookSecret, timestamp = Math.floor(Date.now() / 1000) } = {},
) {
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { body: Buffer.from(payload), headers: { 'stripe-signature': header } };
}

describe('payments by Stripe', () => {
  const { stripe: offline } = provider({});
  const events = (type: string, object: object) => {
    const { body, headers } = webhook(type, object);
    return offline.verifyWebhook(body, headers);
  };

  it('opens a Checkout page once for a payment', async () => {
    const { calls, stripe: online } = provider({ 'POST /v1/checkout/sessions': session({}) });
    expect(await online.create(ORDER)).to.deep.equal({
      reference: 'cs_test_1',
      action: { kind: 'redirect', url: 'https://checkout.stripe.com/c/pay/cs_test_1' },
    });
    const [call] = calls;
    expect(call?.idempotencyKey).to.equal(ORDER.paymentId);
    expect(call?.body.get('line_items[0][price_data][unit_amount]')).to.equal('1234');
    expect(call?.body.get('client_reference_id')).to.equal(ORDER.paymentId);
    expect(Number(call?.body.get('expires_at'))).to.be.greaterThan(Date.now() / 1000 + 1_800);
    expect(String(call?.body)).to.not.include(ORDER.buyer);
  });

  it('refuses amounts that are not whole cents', async () => {
    const error = await offline.create({ ...ORDER, amount: 12_345_678n }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(PaymentRefused);
  });

  it('reads what matters of signed webhooks, in units of the asset', () => {
    const paid = { id: 'evt_1', kind: 'payment-succeeded', reference: 'cs_test_1', amount: '12340000', failure: null };
    expect(events('checkout.session.completed', session({ payment_status: 'paid' }))).to.deep.equal([paid]);
    expect(events('checkout.session.async_payment_succeeded', session({ payment_status: 'paid' }))).to.deep.equal([
      paid,
    ]);
    expect(events('checkout.session.completed', session({ payment_status: 'unpaid' }))).to.deep.equal([]);
    expect(events('checkout.session.async_payment_failed', session({}))[0]).to.include({ kind: 'payment-failed' });
    expect(events('checkout.session.expired', session({}))[0]).to.include({ kind: 'payment-cancelled' });
    const refund = { id: 're_1', object: 'refund', status: 'succeeded' };
    expect(events('refund.updated', refund)[0]).to.include({ kind: 'refund-succeeded', reference: 're_1' });
    const failed = { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' };
    expect(events('refund.failed', failed)[0]).to.include({
      kind: 'refund-failed',
      failure: 'expired_or_canceled_card',
    });
    expect(events('refund.updated', { ...refund, status: 'pending' })).to.deep.equal([]);
    expect(events('customer.created', {})).to.deep.equal([]);
  });

  it('refuses webhooks that Stripe has not signed, or long ago', () => {
    const good = webhook('checkout.session.completed', session({ payment_status: 'paid' }));
    const refused = [
      webhook('checkout.session.completed', session({}), { secret: 'whsec_other' }),
      webhook('checkout.session.completed', session({}), { timestamp: Math.floor(Date.now() / 1000) - 3_600 }),
      { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) },
      { ...good, headers: {} },
    ];
    for (const { body, headers } of refused)
      expect(() => offline.verifyWebhook(body, headers)).to.throw(WebhookRefused);
    expect(offline.verifyWebhook(good.body, good.headers)).to.have.length(1);
  });

  it('asks how a payment stands', async () => {
    const ask = async (fields: object) => {
      const { stripe: online } = provider({ 'GET /v1/checkout/sessions/cs_test_1': session(fields) });
      return (await online.fetchStatus('cs_test_1')).status;
    };
    expect(await ask({})).to.equal('pending');
    expect(await ask({ status: 'complete', payment_status: 'paid' })).to.equal('succeeded');
    expect(await ask({ status: 'expired' })).to.equal('cancelled');
  });

  it('refunds in cents, once for a refund', async () => {
    const refund = { id: 're_1', object: 'refund', status: 'pending' };
    const { calls, stripe: online } = provider({
      'GET /v1/checkout/sessions/cs_test_1': session({ status: 'complete', payment_status: 'paid' }),
      'POST /v1/refunds': refund,
      'GET /v1/refunds/re_1': { ...refund, status: 'succeeded' },
    });
    const asked = { refundId: 'refund-1', reference: 'cs_test_1', amount: 5_000_000n, buyer: ORDER.buyer };
    expect(await online.refund(asked)).to.deep.equal({ reference: 're_1', status: 'submitted', failure: null });
    expect(calls.at(-1)).to.include({ path: '/v1/refunds', idempotencyKey: 'refund-1' });
    expect(calls.at(-1)?.body.get('amount')).to.equal('500');
    expect(calls.at(-1)?.body.get('payment_intent')).to.equal('pi_1');
    expect(await online.fetchRefund('re_1')).to.deep.equal({ status: 'succeeded', failure: null });
  });

  it('stops collecting, unless the money is there', async () => {
    const path = '/v1/checkout/sessions/cs_test_1';
    const open = provider({ [`POST ${path}/expire`]: session({ status: 'expired' }) });
    expect(await open.stripe.cancel('cs_test_1')).to.equal(true);
    const tooLate = { error: { type: 'invalid_request_error', message: 'Only open sessions can be expired.' } };
    const paid = provider({ [`POST ${path}/expire`]: tooLate, [`GET ${path}`]: session({ status: 'complete' }) });
    expect(await paid.stripe.cancel('cs_test_1')).to.equal(false);
  });
});
