import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { reportMessages } from '../report-messages.ts';
import { VaultCard } from '../vault/vault-card.tsx';
import { reportEntry, type VaultReport } from '../vault/vault-report.ts';
import type { LotReportProps } from './lot-report.tsx';
import { type ReportSubject, writeReport } from './report-document.ts';
import { ReportForm } from './report-form.tsx';
import { RevealCard } from './reveal-card.tsx';
import { subjectOf } from './subject-of.ts';
import { useDraft } from './use-draft.ts';
import { useModelDocument } from './use-model-document.ts';
import { useOpenReport } from './use-open-report.ts';
import type { OwnReport } from './use-report-lot.ts';

type Props = LotReportProps & { report: OwnReport };

/** Opens the commitment: from the vault, or from what is entered once more. */
export function RevealFlow(props: Props) {
  const { lot, report, account } = props;
  const { chain } = useAppConfig();
  const kept = useVault().get<VaultReport>(reportEntry(lot.number));
  const model = useModelDocument(lot.revision.documentCid);
  return (
    <QueryView query={model}>
      {(document) =>
        kept?.commitment === report.commitment ? (
          <RevealCard lot={lot} model={document} kept={kept} />
        ) : (
          <Recover {...props} model={document} subject={subjectOf(lot, document, chain.id, account)} />
        )
      }
    </QueryView>
  );
}

type RecoverProps = Props & { model: Parameters<typeof useDraft>[1]; subject: ReportSubject };

function Recover({ lot, report, experiencerId, model, subject }: RecoverProps) {
  const text = useText(reportMessages);
  const sentence = useErrorText();
  const [draft, setDraft] = useDraft(lot.number, model);
  const [isWrong, setWrong] = useState(false);
  const open = useOpenReport();
  const { put } = useVault();
  const written = writeReport(subject, draft);
  const checking = useMutation({
    mutationFn: async () => {
      if ('missing' in written) return;
      const opened = await open(lot.number, experiencerId, written);
      if (opened.commitment !== report.commitment) return setWrong(true);
      const { evidenceDigest, commitment } = opened;
      put(reportEntry(lot.number), { ...written, lotId: lot.number, experiencerId, evidenceDigest, commitment, draft });
    },
  });
  return (
    <div className="grid gap-6">
      <Notice kind="warning" title={text('report.recover')}>
        {text('report.recoverHelp')}
      </Notice>
      <VaultCard />
      <ReportForm
        lotId={lot.number}
        model={model}
        known={subject.known}
        draft={draft}
        onChange={(next) => {
          setWrong(false);
          setDraft(next);
        }}
        missing={'missing' in written ? written.missing : []}
        onReady={() => checking.mutate()}
        label={text('report.recoverTry')}
      />
      {isWrong && (
        <Notice kind="error" title={text('report.recoverWrong')}>
          {text('report.recoverWrongHelp')}
        </Notice>
      )}
      {checking.error && <Notice kind="error">{sentence(checking.error)}</Notice>}
    </div>
  );
}
