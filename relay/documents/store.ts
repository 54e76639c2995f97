import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import { blockDigest } from '../../protocol/documents/block-digest.ts';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import type { StoredDocument } from '../api/documents.ts';
import type { Db, Queryable } from '../db/client.ts';
import { documents, documentTexts } from './tables.ts';
import { textsOf } from './texts.ts';

/**
 * Content-addressed blocks: the bytes lie in a folder under their CID, what they are in a table. A row is only written when its file is
 * safe, so what a row names is there; a file without a row is the rest of a crash and does no harm.
 */
export interface DocumentStore {
  /** Keeps a document; one that is there already stays as it is. */
  put(bytes: Uint8Array, mime: string, db?: Queryable): Promise<StoredDocument>;
  /** Moves a file on the same disk into the store; its digest must be that of its bytes. */
  adopt(path: string, digest: Hex, mime: string, db?: Queryable): Promise<void>;
  get(cid: string): Promise<{ bytes: Buffer; mime: string } | null>;
  stat(cid: string): Promise<StoredDocument | null>;
  /** Where a block lies, or would lie. */
  pathOf(digest: Hex): string;
  /** A folder on the same disk for files that will be adopted. */
  readonly workFolder: string;
}

/** Larger JSON is data, not something with a name. */
const MAX_TEXT_BYTES = 256 * 1024;

export async function openDocumentStore(dataDir: string, db: Db): Promise<DocumentStore> {
  const root = join(dataDir, 'documents');
  const workFolder = join(dataDir, 'work');
  await Promise.all([mkdir(root, { recursive: true }), mkdir(workFolder, { recursive: true })]);
  const fileOf = (cid: string) => join(root, cid.slice(-2), cid);
  const pathOf = (digest: Hex) => fileOf(cidFromDigest(digest));

  async function stat(cid: string, on: Queryable = db): Promise<StoredDocument | null> {
    const [row] = await on.select().from(documents).where(eq(documents.cid, cid));
    return row === undefined ? null : { cid, digest: row.digest, size: row.size, mime: row.mime };
  }

  return {
    workFolder,
    pathOf,
    stat,
    async put(bytes, mime, on = db) {
      const digest = blockDigest(bytes);
      const cid = cidFromDigest(digest);
      const known = await stat(cid, on);
      if (known !== null) return known;
      const file = join(workFolder, randomUUID());
      await writeSafely(file, bytes);
      await moveSafely(file, fileOf(cid));
      await on.insert(documents).values({ cid, digest, size: bytes.length, mime }).onConflictDoNothing();
      const texts = mime === 'application/json' && bytes.length <= MAX_TEXT_BYTES ? textsOf(bytes) : null;
      if (texts !== null)
        await on
          .insert(documentTexts)
          .values({ digest, ...texts })
          .onConflictDoNothing();
      return { cid, digest, size: bytes.length, mime };
    },
    async adopt(path, digest, mime, on = db) {
      const cid = cidFromDigest(digest);
      const handle = await open(path, 'r+');
      const { size } = await handle.stat();
      await handle.sync().finally(() => handle.close());
      await moveSafely(path, fileOf(cid));
      await on.insert(documents).values({ cid, digest, size, mime }).onConflictDoNothing();
    },
    async get(cid) {
      const row = await stat(cid);
      if (row === null) return null;
      return { bytes: await readFile(fileOf(cid)), mime: row.mime };
    },
  };
}

async function writeSafely(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** After this the name is on disk, not only in memory. */
async function moveSafely(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  await rename(from, to);
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
