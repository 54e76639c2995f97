import { z } from 'zod';
import { fulfilments, fulfilmentsQuery, order, shipRequest } from '../api/orders.ts';
import { bytes32 } from '../api/scalars.ts';
import type { Relay } from '../relay.ts';
import type { App } from '../server/typed.ts';
import { requireOperator } from '../sessions/require-session.ts';
import { deliverOrder, shipOrder } from './fulfil-order.ts';
import { orderOf, ordersToFulfil } from './read-orders.ts';

const params = z.object({ orderId: bytes32 });

/** What the operator of the platform does with orders. */
export function orderAdminRoutes(app: App, relay: Relay): void {
  const tags = ['operator'];
  const security: readonly Record<string, readonly string[]>[] = [{ session: [] }, { relayKey: [] }];

  app.get(
    '/admin/orders',
    {
      schema: {
        tags,
        security,
        summary: 'Orders in a state, with where to deliver them',
        querystring: fulfilmentsQuery,
        response: { 200: fulfilments },
      },
    },
    async (request) => {
      await requireOperator(relay, request);
      const { state, ...page } = request.query;
      return ordersToFulfil(relay, state, page);
    },
  );
  app.post(
    '/admin/orders/:orderId/ship',
    {
      schema: {
        tags,
        security,
        summary: 'The goods are on their way',
        params,
        body: shipRequest,
        response: { 200: order },
      },
    },
    async (request) => {
      await requireOperator(relay, request);
      const { orderId } = request.params;
      await shipOrder(relay, orderId, request.body.tracking);
      return orderOf(relay, orderId, null);
    },
  );
  app.post(
    '/admin/orders/:orderId/deliver',
    { schema: { tags, security, summary: 'The goods have arrived', params, response: { 200: order } } },
    async (request) => {
      await requireOperator(relay, request);
      const { orderId } = request.params;
      await deliverOrder(relay, orderId);
      return orderOf(relay, orderId, null);
    },
  );
}
