import { z } from 'zod';
import { order, orderRequest, orders, ordersQuery, refundRequest } from '../api/orders.ts';
import { bytes32 } from '../api/scalars.ts';
import { findAnswer, idempotent, identify } from '../idempotency/idempotent.ts';
import { failpoint } from '../jobs/failpoint.ts';
import { checkMayTakeOrders } from '../platform/order-obstacle.ts';
import type { Relay } from '../relay.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { cancelOrder } from './end-order.ts';
import { placeOrder } from './place-order.ts';
import { orderOf, ordersOfBuyer } from './read-orders.ts';
import { refundOrder } from './refund-order.ts';

const params = z.object({ orderId: bytes32 });
const headers = z.object({ 'idempotency-key': z.string().optional() });

export function orderRoutes(app: App, relay: Relay): void {
  const tags = ['orders'];

  app.post(
    '/orders',
    {
      schema: {
        tags,
        summary: 'Reserve goods and place an order',
        headers,
        body: orderRequest,
        response: { 201: order },
      },
    },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      const identity = identify(account, request);
      // Before the transaction: whoever holds a connection to the database must not wait for a second one.
      if ((await findAnswer(relay.db, identity)) === null) await checkMayTakeOrders(relay);
      const answer = await idempotent(relay.db, identity, async (tx) => {
        const orderId = await placeOrder(relay, tx, account, request.body);
        failpoint('order.placing');
        return { status: 201, body: await orderOf(relay, orderId, account, tx) };
      });
      failpoint('order.created');
      return reply.code(201).send(answer.body);
    },
  );

  app.get(
    '/orders',
    {
      schema: {
        tags,
        summary: "The account's orders, newest first",
        querystring: ordersQuery,
        response: { 200: orders },
      },
    },
    async (request) => {
      const { account } = await requireSession(relay, request);
      return ordersOfBuyer(relay, account, request.query);
    },
  );

  app.get(
    '/orders/:orderId',
    { schema: { tags, summary: 'One order', params, response: { 200: order } } },
    async (request) => {
      const { account } = await requireSession(relay, request);
      return orderOf(relay, request.params.orderId, account);
    },
  );

  app.post(
    '/orders/:orderId/cancel',
    { schema: { tags, summary: 'Give an unpaid order up', params, response: { 200: order } } },
    async (request) => {
      const { account } = await requireSession(relay, request);
      const { orderId } = request.params;
      await cancelOrder(relay, orderId, account);
      return orderOf(relay, orderId, account);
    },
  );

  app.post(
    '/orders/:orderId/refund',
    {
      schema: {
        tags,
        summary: 'Give goods back before the return window ends',
        params,
        headers,
        body: refundRequest,
        response: { 200: order },
      },
    },
    async (request) => {
      const { account } = await requireSession(relay, request);
      const { orderId } = request.params;
      const answer = await idempotent(relay.db, identify(account, request), async (tx) => {
        await refundOrder(tx, orderId, account, request.body.quantity);
        failpoint('order.refunding');
        return { status: 200, body: await orderOf(relay, orderId, account, tx) };
      });
      failpoint('order.refunded');
      return answer.body;
    },
  );
}
