import { useCallback } from 'react';
import type { Hex } from 'viem';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../../protocol/documents/canonical-json.ts';
import type { StoredDocument } from '../../../relay/api/documents.ts';
import { useSession } from '../relay/use-session.ts';
import { DocumentError } from './document-error.ts';

/** Stores JSON documents (in canonical form) and files with the relay and gives the digest that goes on chain. */
export function useUpload() {
  const { request } = useSession();
  const store = useCallback(
    async (bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<{ cid: string; digest: Hex }> => {
      const stored = await request<StoredDocument>('/documents', { blob: new Blob([bytes], { type: mime }) });
      // The relay must not make us sign something else than what we wrote.
      if (stored.digest !== blockDigest(bytes)) throw new DocumentError('mismatch', stored.cid);
      return { cid: stored.cid, digest: stored.digest };
    },
    [request],
  );
  return {
    uploadJson: useCallback(
      (document: unknown) => store(canonicalJson(document) as Uint8Array<ArrayBuffer>, 'application/json'),
      [store],
    ),
    uploadFile: useCallback(async (file: File) => store(new Uint8Array(await file.arrayBuffer()), file.type), [store]),
  };
}
