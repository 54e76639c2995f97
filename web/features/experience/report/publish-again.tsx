import { useQueryClient } from '@tanstack/react-query';
import { DocumentError } from '../../../shared/documents/document-error.ts';
import { useDocument } from '../../../shared/documents/use-document.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { reportMessages } from '../report-messages.ts';
import { reportEntry, type VaultReport } from '../vault/vault-report.ts';
import { usePublish } from './use-publish.ts';

/** Offers to store a revealed report's document where it is missing and this browser has it; nothing otherwise. */
export function PublishAgain({ lotId, evidenceCid }: { lotId: number; evidenceCid: string }) {
  const text = useText(reportMessages);
  const sentence = useErrorText();
  const queries = useQueryClient();
  const kept = useVault().get<VaultReport>(reportEntry(lotId));
  const stored = useDocument(kept ? evidenceCid : null);
  const publish = usePublish();
  const isMissing = stored.error instanceof DocumentError && stored.error.reason === 'missing';
  if (!kept || !isMissing) return null;
  return (
    <Notice
      kind="warning"
      action={
        <Button
          size="small"
          busy={publish.isPending}
          onClick={() =>
            publish.mutate(kept, {
              onSuccess: () => queries.invalidateQueries({ queryKey: ['documents', evidenceCid] }),
            })
          }
        >
          {text('report.publish')}
        </Button>
      }
    >
      {publish.error ? sentence(publish.error) : text('report.notPublished')}
    </Notice>
  );
}
