import { receipts, receiptsQuery } from '../api/receipts.ts';
import type { Relay } from '../relay.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { receiptsFor } from './read-receipts.ts';

export function receiptRoutes(app: App, relay: Relay): void {
  app.get(
    '/receipts',
    {
      schema: {
        tags: ['receipts'],
        summary:
          "Signed receipts of the account's purchases, or of those it recommended; at most 1,000, use the epoch for more",
        querystring: receiptsQuery,
        response: { 200: receipts },
      },
    },
    async (request) => {
      const { account } = await requireSession(relay, request);
      const { role, epoch } = request.query;
      return { receipts: await receiptsFor(relay.db, account, { role, epoch }) };
    },
  );
}
