import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Relay } from '../relay.ts';
import { limitRates } from './limits.ts';
import { logRequests, requestId } from './logging.ts';
import { serveMetrics } from './metrics.ts';
import { serveOpenApi } from './openapi.ts';
import { answerProblems } from './problems.ts';
import { type DomainRoutes, domainRoutes } from './routes.ts';
import type { App } from './typed.ts';

const BODY_LIMIT = 64 * 1024;
/** A web site may ask its browser for so long not to ask again (seconds). */
const CORS_MAX_AGE = 600;

/** The HTTP side of the relay: everything that all domains share, then their routes. It does not listen yet. */
export async function buildApp(relay: Relay, routes: readonly DomainRoutes[] = domainRoutes): Promise<App> {
  const { config } = relay;
  const app: App = Fastify({
    loggerInstance: relay.log,
    // Its lines would carry addresses and ids; ours name the route.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerProblems(app);
  logRequests(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(helmet, { crossOriginResourcePolicy: { policy: 'cross-origin' } });
  await app.register(cors, {
    origin: config.local ? true : config.origins,
    maxAge: CORS_MAX_AGE,
    exposedHeaders: ['x-request-id', 'retry-after'],
  });
  await limitRates(app, relay);
  await serveOpenApi(app, relay);
  serveMetrics(app, relay);
  for (const register of routes) {
    // A scope each: hooks and parsers of one domain do not reach the others.
    await app.register(async (scope) => register(scope as unknown as App, relay));
  }
  relay.loopback.connect(app);
  return app;
}
