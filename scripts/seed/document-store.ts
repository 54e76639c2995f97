import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hex } from 'viem';
import { blockDigest } from '../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';

/** Published documents as the blocks whose digests are on chain, by CID. */
export class DocumentStore {
  readonly blocks = new Map<string, Uint8Array>();

  /** Keeps a document and gives its digest. */
  put(document: unknown): Hex {
    return this.putBlock(canonicalJson(document));
  }

  /** Keeps bytes that are in their canonical form already and gives their digest. */
  putBlock(block: Uint8Array): Hex {
    const digest = blockDigest(block);
    this.blocks.set(cidFromDigest(digest), block);
    return digest;
  }

  /** Writes every block into a file that is named by its CID. */
  writeTo(folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const [cid, block] of this.blocks) writeFileSync(join(folder, cid), block);
  }
}
