import { z } from 'zod';
import { provider as providerName, webhookAnswer } from '../api/payments.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { type ProviderEvent, WebhookRefused } from './provider.ts';
import { takeIn } from './take-in.ts';

const WEBHOOK_LIMIT = 512 * 1024;

/** What providers tell. The signature is over the bytes as they came, so nothing parses them before. */
export function webhookRoutes(app: App, relay: Relay): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: WEBHOOK_LIMIT }, (_request, body, done) =>
    done(null, body),
  );
  app.post(
    '/webhooks/:provider',
    {
      bodyLimit: WEBHOOK_LIMIT,
      // Providers send in bursts, and what is refused they send again and again.
      config: { rateLimit: false },
      schema: {
        tags: ['payments'],
        summary: 'Events of a payment provider, signed by it',
        params: z.object({ provider: providerName }),
        response: { 200: webhookAnswer },
      },
    },
    async (request) => {
      const { provider } = request.params;
      const from = relay.providers.get(provider);
      if (from === undefined) throw new ProblemError('provider-unavailable', { provider });
      if (!Buffer.isBuffer(request.body)) throw new ProblemError('webhook-refused');
      let events: ProviderEvent[];
      try {
        events = from.verifyWebhook(request.body, request.headers);
      } catch (error) {
        if (error instanceof WebhookRefused) throw new ProblemError('webhook-refused', {}, error.message);
        throw error;
      }
      await takeIn(relay, provider, events);
      return { received: true as const };
    },
  );
}
