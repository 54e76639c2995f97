import { useCallback } from 'react';
import type { Hex } from 'viem';
import { canonicalJson } from '../../../protocol/documents/canonical-json.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import type { StoredDocument } from '../../../relay/api/documents.ts';
import { useSession } from '../relay/use-session.ts';
import { DocumentError } from './document-error.ts';

/**
 * Puts a JSON document into the platform's store, in its canonical form, and gives its digest. Signs in when it has to.
 * @throws DocumentError `mismatch` when the store has kept other bytes, or as `relayRequest`.
 */
export function useUploadDocument(): (document: unknown) => Promise<Hex> {
  const { request } = useSession();
  return useCallback(
    async (document) => {
      const digest = documentDigest(document);
      const bytes = canonicalJson(document) as Uint8Array<ArrayBuffer>;
      const blob = new Blob([bytes], { type: 'application/json' });
      const stored = await request<StoredDocument>('/documents', { blob });
      if (stored.digest !== digest) throw new DocumentError('mismatch', stored.cid);
      return digest;
    },
    [request],
  );
}
