import { z } from 'zod';
import { catalogue, catalogueQuery, listing, priceRequest } from '../api/catalogue.ts';
import { idParam } from '../api/scalars.ts';
import type { Relay } from '../relay.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { listingOf, listings } from './listings.ts';
import { setPrice } from './set-price.ts';

const params = z.object({ lotId: idParam });

export function catalogueRoutes(app: App, relay: Relay): void {
  const tags = ['catalogue'];
  app.get(
    '/catalogue',
    {
      schema: { tags, summary: 'Lots with price and stock', querystring: catalogueQuery, response: { 200: catalogue } },
    },
    (request) => listings(relay, request.query),
  );
  app.get(
    '/catalogue/:lotId',
    { schema: { tags, summary: 'One lot', params, response: { 200: listing } } },
    (request) => listingOf(relay, request.params.lotId),
  );
  app.put(
    '/catalogue/:lotId/price',
    {
      schema: {
        tags,
        summary: "Name a lot's price: its producer, before the first order",
        params,
        body: priceRequest,
        response: { 200: listing },
      },
    },
    async (request) => {
      const { account } = await requireSession(relay, request);
      const { lotId } = request.params;
      await setPrice(relay, lotId, account, BigInt(request.body.unitPrice));
      return listingOf(relay, lotId);
    },
  );
}
