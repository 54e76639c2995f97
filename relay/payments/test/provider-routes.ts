import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { amount } from '../../api/scalars.ts';
import type { Relay } from '../../relay.ts';
import { ProblemError } from '../../server/problem-error.ts';
import type { App } from '../../server/typed.ts';
import {
  cancelPayment,
  findPayment,
  findRefund,
  giveCard,
  openPayment,
  refundPayment,
  TestProviderError,
} from './provider-books.ts';
import { testSecrets } from './signature.ts';

const hidden = { hide: true };
const params = z.object({ id: z.string().max(60) });

/**
 * A payment provider of its own, for local chains: it has its own books, its own keys, tells what happened by signed webhooks only, late,
 * twice or in a wrong order if the card says so, and tries again until they are taken.
 */
export function testProviderRoutes(app: App, relay: Relay): void {
  const { db, config } = relay;
  if (!config.local) return;
  const { apiKey } = testSecrets(config.operatorKey);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof TestProviderError) return reply.code(error.status).send({ error: error.message });
    if (error instanceof ProblemError) return reply.code(error.status).send({ error: error.message });
    request.log.warn({ code: (error as { code?: string }).code }, 'the test provider refuses a request');
    return reply.code((error as { statusCode?: number }).statusCode ?? 500).send({ error: 'refused' });
  });

  const merchant = (request: FastifyRequest): string => {
    if (request.headers.authorization !== `Bearer ${apiKey}`) throw new TestProviderError(401, 'wrong API key');
    return String(request.headers['idempotency-key'] ?? '');
  };

  const opening = z.object({ amount, expiresAt: z.int() });
  app.post('/test-provider/payments', { schema: { ...hidden, body: opening } }, async (request) => {
    const key = merchant(request);
    const { amount: value, expiresAt } = request.body;
    return book(await openPayment(db, key, BigInt(value), new Date(expiresAt * 1000)));
  });
  app.get('/test-provider/payments/:id', { schema: { ...hidden, params } }, async (request) => {
    merchant(request);
    return book(await findPayment(db, request.params.id));
  });
  app.post('/test-provider/payments/:id/cancel', { schema: { ...hidden, params } }, async (request) => {
    merchant(request);
    return book(await cancelPayment(db, request.params.id));
  });
  app.post(
    '/test-provider/payments/:id/refunds',
    { schema: { ...hidden, params, body: z.object({ amount }) } },
    async (request) => {
      const key = merchant(request);
      const { id, status } = await refundPayment(db, request.params.id, key, BigInt(request.body.amount));
      return { id, status };
    },
  );
  app.get('/test-provider/refunds/:id', { schema: { ...hidden, params } }, async (request) => {
    merchant(request);
    const { id, status } = await findRefund(db, request.params.id);
    return { id, status };
  });

  // The form that a buyer sees; whoever knows the payment's id may pay it.
  const card = z.object({ card: z.string().max(30) });
  app.post(
    '/test-provider/payments/:id/card',
    { schema: { ...hidden, params, body: card } },
    async (request, reply) => {
      await giveCard(db, request.params.id, request.body.card.replaceAll(/[\s-]/g, ''));
      return reply.code(202).send({ status: 'processing' });
    },
  );
}

function book({ id, status, failure, amount: value }: Awaited<ReturnType<typeof findPayment>>) {
  return { id, status, failure, amount: value.toString() };
}
