import { z } from 'zod';
import { nonceAnswer, session, signInRequest } from '../api/session.ts';
import type { Relay } from '../relay.ts';
import { rate } from '../server/limits.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from './require-session.ts';
import { createNonce, signIn, signOut } from './sign-in.ts';

const SIGN_INS_PER_MINUTE = 20;

export function sessionRoutes(app: App, relay: Relay): void {
  const tags = ['session'];
  const config = { rateLimit: rate(SIGN_INS_PER_MINUTE, relay.config.local) };

  app.post(
    '/auth/nonce',
    { config, schema: { tags, summary: 'A nonce for an ERC-4361 message', response: { 200: nonceAnswer } } },
    () => createNonce(relay),
  );
  app.post(
    '/auth/session',
    {
      config,
      schema: {
        tags,
        summary: 'Sign in with a signed ERC-4361 message',
        body: signInRequest,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const { message, signature } = request.body;
      return reply.code(201).send(await signIn(relay, message, signature));
    },
  );
  app.get(
    '/auth/session',
    { schema: { tags, summary: 'Who is signed in', response: { 200: session } } },
    async (request) => {
      const { account, isOperator, expiresAt, token } = await requireSession(relay, request);
      return { token, address: account, expiresAt: expiresAt.toISOString(), isOperator };
    },
  );
  app.delete(
    '/auth/session',
    { schema: { tags, summary: 'Sign out', response: { 204: z.null() } } },
    async (request, reply) => {
      const { token } = await requireSession(relay, request);
      await signOut(relay, token);
      return reply.code(204).send(null);
    },
  );
}
