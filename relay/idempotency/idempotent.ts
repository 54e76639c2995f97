import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Address } from 'viem';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import type { Db, Queryable, Transaction } from '../db/client.ts';
import { ProblemError } from '../server/problem-error.ts';
import { idempotencyKeys } from './tables.ts';

export interface Answer<Body> {
  status: number;
  body: Body;
}

/** What makes a request the same request: whose it is, its key, and a hash of method, address and body. */
export interface RequestIdentity {
  account: Address;
  key: string;
  requestHash: string;
}

/** @throws ProblemError `idempotency-key-required` */
export function identify(account: Address, request: FastifyRequest): RequestIdentity {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{16,100}$/.test(key)) {
    throw new ProblemError('idempotency-key-required');
  }
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  return { account, key, requestHash: hash.update(canonicalJson(request.body ?? null)).digest('hex') };
}

/**
 * Carries a request out once. Its effects and its answer are stored in one transaction, so that there is no moment at which only one of
 * them exists; the same request again, even at the same time, gets the stored answer. A refused request stores nothing.
 *
 * @throws ProblemError `idempotency-key-reused` when the key belongs to another request
 */
export async function idempotent<Body>(
  db: Db,
  identity: RequestIdentity,
  carryOut: (tx: Transaction) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  return db.transaction(async (tx) => {
    const { account, key, requestHash } = identity;
    // Waits for a concurrent holder of the key to commit or to give up.
    const claimed = await tx
      .insert(idempotencyKeys)
      .values({ account, key, requestHash, status: 0, body: null })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (claimed.length === 0) {
      const stored = await findAnswer<Body>(tx, identity);
      if (stored === null) throw new Error('an idempotency key vanished');
      return stored;
    }
    const answer = await carryOut(tx);
    await tx.update(idempotencyKeys).set(answer).where(ofKey(identity));
    return answer;
  });
}

/** The answer of a request that was carried out before; null for a new one. @throws ProblemError `idempotency-key-reused` */
export async function findAnswer<Body>(db: Queryable, identity: RequestIdentity): Promise<Answer<Body> | null> {
  const [row] = await db.select().from(idempotencyKeys).where(ofKey(identity));
  if (row === undefined) return null;
  if (row.requestHash !== identity.requestHash) throw new ProblemError('idempotency-key-reused');
  return { status: row.status, body: row.body as Body };
}

function ofKey({ account, key }: RequestIdentity) {
  return and(eq(idempotencyKeys.account, account), eq(idempotencyKeys.key, key));
}
