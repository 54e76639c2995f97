import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Relay } from '../relay.ts';
import { bearerToken } from '../sessions/bearer-token.ts';
import { ProblemError } from './problem-error.ts';
import type { App } from './typed.ts';

/** All residents of a local chain share one address. */
const LOCAL_FACTOR = 100;
const PER_MINUTE = 300;

/** Requests a minute of one session, or of one address without a session. */
export async function limitRates(app: App, { config }: Relay): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: rate(PER_MINUTE, config.local).max,
    timeWindow: '1 minute',
    keyGenerator: keyOf,
    errorResponseBuilder: (_request, { ttl }) => new ProblemError('rate-limited', { seconds: Math.ceil(ttl / 1000) }),
  });
}

/** A limit for one route, as its `config.rateLimit`. */
export function rate(perMinute: number, local: boolean) {
  return { max: local ? perMinute * LOCAL_FACTOR : perMinute, timeWindow: '1 minute' };
}

function keyOf(request: FastifyRequest): string {
  const token = bearerToken(request);
  return token === null ? request.ip : createHash('sha256').update(token).digest('base64');
}
