import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { getAddress, type Hex, hashMessage, isAddress, isAddressEqual } from 'viem';
import { generateSiweNonce, parseSiweMessage, validateSiweMessage } from 'viem/siwe';
import type { Session } from '../api/session.ts';
import type { Config } from '../config.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { hashToken } from './require-session.ts';
import { sessions, signInNonces } from './tables.ts';
import { verifySignature } from './verify-signature.ts';

const NONCE_SECONDS = 10 * 60;
const SESSION_SECONDS = 24 * 60 * 60;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export async function createNonce({ db }: Relay): Promise<{ nonce: string; expiresInSeconds: number }> {
  const nonce = generateSiweNonce();
  await db.insert(signInNonces).values({ nonce, expiresAt: sql`now() + make_interval(secs => ${NONCE_SECONDS})` });
  return { nonce, expiresInSeconds: NONCE_SECONDS };
}

/** Turns a signed ERC-4361 message into a session. @throws ProblemError `sign-in-refused`, `nonce-unknown` */
export async function signIn(relay: Relay, message: string, signature: Hex): Promise<Session> {
  const { db, chain, config } = relay;
  const fields = parseSiweMessage(message);
  const { address, domain, uri, nonce, chainId } = fields;
  if (address === undefined || !isAddress(address) || nonce === undefined)
    throw refused('it is not an ERC-4361 message');
  if (domain === undefined || !isOwnDomain(config, domain)) throw refused('it was made for another site');
  if (uri === undefined || hostOf(uri) !== domain) throw refused('its URI does not belong to its domain');
  if (chainId !== chain.chainId) throw refused(`it is for chain ${chainId}, not for chain ${chain.chainId}`);
  if (!validateSiweMessage({ message: fields, address, domain, nonce })) throw refused('it is not valid now');
  if (!(await verifySignature(chain, address, hashMessage(message), signature)))
    throw refused('the signature is wrong');
  const used = await db
    .delete(signInNonces)
    .where(and(eq(signInNonces.nonce, nonce), gt(signInNonces.expiresAt, sql`now()`)))
    .returning();
  if (used.length === 0) throw new ProblemError('nonce-unknown');
  const token = randomBytes(32).toString('base64url');
  const [row] = await db
    .insert(sessions)
    .values({
      tokenHash: hashToken(token),
      account: address,
      expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
    })
    .returning();
  if (row === undefined) throw new Error('the database kept no session');
  return {
    token,
    address: getAddress(address),
    expiresAt: row.expiresAt.toISOString(),
    isOperator: isAddressEqual(address, chain.operator.address),
  };
}

export async function signOut({ db }: Relay, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
}

/** Removes what has expired; gives how much. */
export async function forgetExpired({ db }: Relay): Promise<number> {
  const ended = await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`)).returning();
  const unused = await db.delete(signInNonces).where(lt(signInNonces.expiresAt, sql`now()`)).returning();
  return ended.length + unused.length;
}

function isOwnDomain(config: Config, domain: string): boolean {
  if ([config.publicUrl, ...config.origins].some((url) => new URL(url).host === domain)) return true;
  return config.local && LOOPBACK.includes(domain.replace(/:\d+$/, ''));
}

function hostOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).host : null;
}

function refused(reason: string): ProblemError {
  return new ProblemError('sign-in-refused', { reason });
}
