import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { type Address, getAddress, isAddressEqual } from 'viem';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { bearerToken } from './bearer-token.ts';
import { sessions } from './tables.ts';

export interface CurrentSession {
  /** Checksummed. */
  account: Address;
  isOperator: boolean;
  expiresAt: Date;
  token: string;
}

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Who sends the request. @throws ProblemError `session-required` */
export async function requireSession({ db, chain }: Relay, request: FastifyRequest): Promise<CurrentSession> {
  const token = bearerToken(request);
  if (token === null) throw new ProblemError('session-required');
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, sql`now()`)));
  if (row === undefined) throw new ProblemError('session-required');
  const account = getAddress(row.account);
  return { account, isOperator: isAddressEqual(account, chain.operator.address), expiresAt: row.expiresAt, token };
}

/** The operator's session, or a tool with the relay's key. @throws ProblemError `operator-only`, `session-required` */
export async function requireOperator(relay: Relay, request: FastifyRequest): Promise<void> {
  const key = request.headers['x-relay-key'];
  if (relay.config.adminKey !== null && typeof key === 'string' && isSame(key, relay.config.adminKey)) return;
  const { isOperator } = await requireSession(relay, request);
  if (!isOperator) throw new ProblemError('operator-only');
}

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
