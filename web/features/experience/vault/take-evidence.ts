import { blockDigest } from '../../../../protocol/documents/block-digest.ts';
import { cidFromDigest } from '../../../../protocol/documents/cid-from-digest.ts';
import { cleanImage } from '../../../shared/files/clean-image.ts';
import type { EvidenceFile } from '../report/report-draft.ts';
import { putFile } from './file-store.ts';

/** What the relay's store takes. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const MAX_EVIDENCE_BYTES = 5 * 1024 * 1024;

/** A file that cannot be evidence. */
export class EvidenceError extends Error {
  readonly reason: 'type' | 'size' | 'unreadable';

  constructor(reason: EvidenceError['reason'], name: string) {
    super(`${reason}: ${name}`);
    this.name = 'EvidenceError';
    this.reason = reason;
  }
}

/**
 * Hashes a file and keeps it in this browser. Photographs are written anew without what cameras add, such as where they were taken.
 * @throws EvidenceError for a type the store does not take, or more than 5 MiB.
 */
export async function takeEvidence(file: File): Promise<EvidenceFile> {
  if (!(EVIDENCE_TYPES as readonly string[]).includes(file.type)) throw new EvidenceError('type', file.name);
  const kept = file.type.startsWith('image/') ? await cleanImage(file) : file;
  if (kept === null) throw new EvidenceError('unreadable', file.name);
  if (kept.size > MAX_EVIDENCE_BYTES) throw new EvidenceError('size', file.name);
  const digest = blockDigest(new Uint8Array(await kept.arrayBuffer()));
  const cid = cidFromDigest(digest);
  await putFile(cid, kept);
  return { cid, sha256: digest.slice(2), mime: kept.type, name: file.name, size: kept.size };
}
