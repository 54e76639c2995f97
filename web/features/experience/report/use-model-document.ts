import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useJsonDocument } from '../../../shared/documents/use-document.ts';

/** The document behind a lot's revision, fetched by its CID and hashed here. */
export function useModelDocument(cid: string) {
  return useJsonDocument<QualityModelDocument>(cid);
}
