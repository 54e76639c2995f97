import { useMutation } from '@tanstack/react-query';
import { useUpload } from '../../../shared/documents/use-upload.ts';
import { getFile } from '../vault/file-store.ts';
import type { VaultReport } from '../vault/vault-report.ts';

/** Stores a report's document and its evidence with the relay. Gives how many files this browser does not have any more. */
export function usePublish() {
  const { uploadJson, uploadFile } = useUpload();
  return useMutation({
    mutationFn: async ({ document, draft }: Pick<VaultReport, 'document' | 'draft'>): Promise<number> => {
      let missing = 0;
      for (const { cid, mime, name } of Object.values(draft.parameters).flatMap(({ evidence }) => evidence)) {
        const file = await getFile(cid).catch(() => undefined);
        if (file) await uploadFile(new File([file], name, { type: mime }));
        else missing++;
      }
      await uploadJson(document);
      return missing;
    },
  });
}
