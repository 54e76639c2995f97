import { eq } from 'drizzle-orm';
import { type Address, isAddressEqual } from 'viem';
import { z } from 'zod';
import { authorizationRequest, payment, paymentRequest, providers } from '../api/payments.ts';
import { bytes32 } from '../api/scalars.ts';
import { identify } from '../idempotency/idempotent.ts';
import { orders } from '../orders/tables.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { showPayment } from './show-payment.ts';
import { authorizeTransfer } from './stablecoin/authorize-transfer.ts';
import { startPayment } from './start-payment.ts';
import { payments } from './tables.ts';

const paymentParams = z.object({ paymentId: z.string().max(64) });

export function paymentRoutes(app: App, relay: Relay): void {
  const tags = ['payments'];

  app.get(
    '/payment-providers',
    { schema: { tags, summary: 'Ways to pay here', response: { 200: providers } } },
    async () => ({ providers: [...relay.providers.keys()] }),
  );

  app.post(
    '/orders/:orderId/payment',
    {
      schema: {
        tags,
        summary: 'Begin to pay an order',
        params: z.object({ orderId: bytes32 }),
        headers: z.object({ 'idempotency-key': z.string().optional() }),
        body: paymentRequest,
        response: { 201: payment },
      },
    },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      const { orderId } = request.params;
      const start = { orderId, buyer: account, provider: request.body.provider };
      const paymentId = await startPayment(relay, identify(account, request), start);
      return reply.code(201).send(await show(paymentId));
    },
  );

  app.get(
    '/payments/:paymentId',
    { schema: { tags, summary: 'How a payment stands', params: paymentParams, response: { 200: payment } } },
    async (request) => {
      const { account } = await requireSession(relay, request);
      await checkOwner(request.params.paymentId, account);
      return show(request.params.paymentId);
    },
  );

  app.post(
    '/payments/:paymentId/authorization',
    {
      schema: {
        tags,
        summary: 'Hand over a signed ERC-3009 authorization',
        params: paymentParams,
        body: authorizationRequest,
        response: { 202: payment },
      },
    },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      const { paymentId } = request.params;
      await checkOwner(paymentId, account);
      await authorizeTransfer(relay, paymentId, request.body.signature);
      return reply.code(202).send(await show(paymentId));
    },
  );

  async function checkOwner(paymentId: string, account: Address): Promise<void> {
    const [row] = await relay.db
      .select({ buyer: orders.buyer })
      .from(payments)
      .innerJoin(orders, eq(orders.orderId, payments.orderId))
      .where(eq(payments.paymentId, paymentId));
    if (row === undefined || !isAddressEqual(row.buyer, account)) throw new ProblemError('payment-unknown');
  }

  async function show(paymentId: string) {
    const found = await showPayment(relay.db, paymentId);
    if (found === null) throw new ProblemError('payment-unknown');
    return found;
  }
}
