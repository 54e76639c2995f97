import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import type { App } from './typed.ts';

/** Fastify's own pino. Structured; a request is named by its route, never by its address, headers, or body. */
export function createLogger(level: string): FastifyBaseLogger {
  const logger = {
    level,
    base: { service: 'relay' },
    serializers: { req: () => ({}), res: () => ({}) },
  };
  return Fastify({ logger }).log;
}

export const requestId = () => randomUUID();

/** One line an answer. */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method, route, status: reply.statusCode, milliseconds }, 'answered');
  });
}
