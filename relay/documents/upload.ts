import { count, eq, sql, sum } from 'drizzle-orm';
import type { Address } from 'viem';
import type { StoredDocument } from '../api/documents.ts';
import type { Transaction } from '../db/client.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { isKind } from './sniff.ts';
import { documentOwners, documents } from './tables.ts';

/** Of one document. */
export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;
/** Of all documents of one account. */
const MAX_ACCOUNT_BYTES = 200 * 1024 * 1024;
const MAX_ACCOUNT_DOCUMENTS = 2_000;

/** Stores what an account has sent. @throws ProblemError `document-kind`, `document-limit` */
export async function upload(relay: Relay, account: Address, bytes: Buffer, mime: string): Promise<StoredDocument> {
  if (bytes.length === 0 || !isKind(bytes, mime)) throw new ProblemError('document-kind');
  return relay.db.transaction(async (tx) => {
    // Two uploads of one account must not both see the last free place.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents ${account.toLowerCase()}`}, 0))`);
    await checkLimit(tx, account, bytes.length);
    const stored = await relay.documents.put(bytes, mime, tx);
    await tx.insert(documentOwners).values({ account, cid: stored.cid }).onConflictDoNothing();
    return stored;
  });
}

async function checkLimit(tx: Transaction, account: Address, size: number): Promise<void> {
  const [used] = await tx
    .select({ bytes: sum(documents.size), documents: count() })
    .from(documentOwners)
    .innerJoin(documents, eq(documents.cid, documentOwners.cid))
    .where(eq(documentOwners.account, account));
  const tooMany = (used?.documents ?? 0) >= MAX_ACCOUNT_DOCUMENTS;
  if (tooMany || Number(used?.bytes ?? 0) + size > MAX_ACCOUNT_BYTES) {
    throw new ProblemError('document-limit', { bytes: MAX_ACCOUNT_BYTES, documents: MAX_ACCOUNT_DOCUMENTS });
  }
}
