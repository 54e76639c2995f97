import type { FastifyRequest } from 'fastify';

/** What a request carries as `Authorization: Bearer …`; not checked yet. */
export function bearerToken(request: FastifyRequest): string | null {
  const [, token] = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '') ?? [];
  return token ?? null;
}
