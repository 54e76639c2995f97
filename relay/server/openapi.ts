import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Relay } from '../relay.ts';
import type { App } from './typed.ts';

/** GET /docs: the API as a page; GET /docs/json: as OpenAPI 3.1. */
export async function serveOpenApi(app: App, { config }: Relay): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Order relay of the Trusted Commerce Commune',
        description:
          'Catalogue, orders, payments, referrals, receipts, statements and proofs of one platform. Amounts are whole numbers in the ' +
          'smallest unit of the settlement asset, as strings. Every error is an RFC 9457 problem with a stable `code`.',
        version: config.version,
      },
      servers: [{ url: config.publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'Token of POST /auth/session' },
          relayKey: { type: 'apiKey', in: 'header', name: 'x-relay-key' },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
}
