import { z } from 'zod';
import { address, signature } from './scalars.ts';

// POST /auth/nonce → nonceAnswer; the client signs an ERC-4361 message with it.
export const nonceAnswer = z.object({ nonce: z.string(), expiresInSeconds: z.int() });

// POST /auth/session: signInRequest → session. Send the token as `Authorization: Bearer …`. DELETE /auth/session ends it;
// GET /auth/session shows it.
export const signInRequest = z.object({
  message: z.string().max(4000),
  signature,
});
export const session = z.object({
  token: z.string(),
  address,
  expiresAt: z.iso.datetime(),
  /** Operator of the platform: may fulfil orders. */
  isOperator: z.boolean(),
});
export type Session = z.infer<typeof session>;
