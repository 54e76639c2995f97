import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { digestFromCid } from '../../../protocol/documents/digest-from-cid.ts';
import { UnreachableError } from '../http/http-error.ts';
import { DocumentError } from './document-error.ts';

export interface FetchedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
}

/**
 * The block behind a raw CIDv1, hashed here: whoever serves it cannot change it.
 * @throws DocumentError `missing`, or `mismatch` when the bytes are not those of the CID; UnreachableError.
 */
export async function fetchDocument(relayUrl: string, cid: string, signal?: AbortSignal): Promise<FetchedDocument> {
  const expected = digestFromCid(cid);
  const url = `${relayUrl}/documents/${cid}`;
  const response = await fetch(url, signal ? { signal } : {}).catch((error: unknown) => {
    throw signal?.aborted ? error : new UnreachableError(url, error);
  });
  if (!response.ok) throw new DocumentError('missing', cid);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (blockDigest(bytes) !== expected) throw new DocumentError('mismatch', cid);
  return { bytes, mime: response.headers.get('content-type') ?? 'application/octet-stream' };
}
