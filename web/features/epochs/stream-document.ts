import { DocumentError } from '../../shared/documents/document-error.ts';
import { UnreachableError } from '../../shared/http/http-error.ts';

/** The bytes of a document of any size as they arrive, not checked. @throws DocumentError `missing`, UnreachableError. */
export async function* streamDocument(relayUrl: string, cid: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const url = `${relayUrl}/documents/${cid}`;
  const response = await fetch(url).catch((error: unknown) => {
    throw new UnreachableError(url, error);
  });
  if (!response.ok || !response.body) throw new DocumentError('missing', cid);
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
