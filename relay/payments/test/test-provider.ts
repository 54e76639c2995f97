import { z } from 'zod';
import { amount } from '../../api/scalars.ts';
import type { Relay } from '../../relay.ts';
import { type PaymentProvider, type ProviderEvent, WebhookRefused } from '../provider.ts';
import { CARDS } from './cards.ts';
import { isSigned, SIGNATURE_HEADER, testSecrets } from './signature.ts';

const event = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ id: z.string(), amount, failure: z.string().nullable() }),
});
const book = z.object({
  id: z.string(),
  status: z.enum(['open', 'processing', 'succeeded', 'declined', 'cancelled']),
  failure: z.string().nullable(),
  amount,
});
const refundBook = z.object({ id: z.string(), status: z.enum(['submitted', 'succeeded']) });

const KINDS: Readonly<Record<string, ProviderEvent['kind']>> = {
  'payment.succeeded': 'payment-succeeded',
  'payment.declined': 'payment-failed',
  'payment.cancelled': 'payment-cancelled',
  'refund.succeeded': 'refund-succeeded',
};

/** The relay's side of the test provider: it knows nothing but its HTTP interface and the shared keys. */
export function createTestProvider({ config, loopback }: Pick<Relay, 'config' | 'loopback'>): PaymentProvider {
  const { apiKey, webhookSecret } = testSecrets(config.operatorKey);
  const cards = Object.entries(CARDS).map(([card, { what }]) => ({ card, what }));

  async function call(
    method: 'GET' | 'POST',
    path: string,
    payload?: object,
    idempotencyKey?: string,
  ): Promise<unknown> {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    };
    const request = { method, url: `/test-provider${path}`, headers, ...(payload && { payload }) };
    const answer = await loopback.send(request);
    if (answer.statusCode >= 300) throw new Error(`the test provider answers ${answer.statusCode}: ${answer.body}`);
    return answer.json();
  }

  return {
    name: 'test',
    async create({ paymentId, amount: value, expiresAt }) {
      const { id } = book.parse(await call('POST', '/payments', { amount: value.toString(), expiresAt }, paymentId));
      const url = `${config.publicUrl}/test-provider/payments/${id}/card`;
      return { reference: id, action: { kind: 'test-card', url, cards } };
    },
    verifyWebhook(rawBody, headers) {
      if (!isSigned(webhookSecret, rawBody, headers[SIGNATURE_HEADER], Math.floor(Date.now() / 1000))) {
        throw new WebhookRefused('The signature does not fit the body, or is older than five minutes.');
      }
      const { id, type, data } = event.parse(JSON.parse(rawBody.toString('utf8')));
      const kind = KINDS[type];
      if (kind === undefined) return [];
      return [{ id, kind, reference: data.id, amount: data.amount, failure: data.failure }];
    },
    async fetchStatus(reference) {
      const { status, amount: value, failure } = book.parse(await call('GET', `/payments/${reference}`));
      const known = { open: 'pending', processing: 'pending', declined: 'failed' } as const;
      const same = status === 'succeeded' || status === 'cancelled' ? status : known[status];
      return { status: same, amount: BigInt(value), failure };
    },
    async refund({ refundId, reference, amount: value }) {
      const path = `/payments/${reference}/refunds`;
      const answer = refundBook.parse(await call('POST', path, { amount: value.toString() }, refundId));
      return { reference: answer.id, status: answer.status, failure: null };
    },
    async fetchRefund(reference) {
      const { status } = refundBook.parse(await call('GET', `/refunds/${reference}`));
      return { status, failure: null };
    },
    async cancel(reference) {
      const { status } = book.parse(await call('POST', `/payments/${reference}/cancel`));
      return status === 'cancelled' || status === 'declined';
    },
  };
}
