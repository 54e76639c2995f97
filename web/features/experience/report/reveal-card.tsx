import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { reportMessages } from '../report-messages.ts';
import { revealReport } from '../transactions/reveal-report.ts';
import { reportEntry, type VaultReport } from '../vault/vault-report.ts';
import { useOpenReport } from './use-open-report.ts';
import { usePublish } from './use-publish.ts';
import type { ReportLot } from './use-report-lot.ts';
import { SaltError } from './use-seal-report.ts';
import { ValuesTable } from './values-table.tsx';

interface Props {
  lot: ReportLot;
  model: QualityModelDocument;
  /** What was committed to. */
  kept: VaultReport;
}

/** Publishes document and evidence and opens the commitment. A relay that fails does not keep anybody from revealing in time. */
export function RevealCard({ lot, model, kept }: Props) {
  const text = useText(reportMessages);
  const sentence = useErrorText();
  const toast = useToast();
  const open = useOpenReport();
  const publish = usePublish();
  const { put } = useVault();
  const { lotId, experiencerId, values, evidenceDigest } = kept;
  const opening = useMutation({
    mutationFn: async () => {
      const opened = await open(lotId, experiencerId, kept);
      if (opened.commitment !== kept.commitment) throw new SaltError();
      await publish.mutateAsync(kept).catch(() => undefined);
      return opened.salt;
    },
  });
  const salt = opening.data;
  const request = useMemo(
    () => (salt ? revealReport({ lotId, lotCode: lot.lotCode, experiencerId, values, evidenceDigest, salt }) : null),
    [salt, lotId, lot.lotCode, experiencerId, values, evidenceDigest],
  );
  return (
    <Section title={text('report.revealTitle')} intro={text('report.revealIntro')}>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <ValuesTable model={model} values={values} document={kept.document} />
        </Card>
        <Card className="grid gap-4">
          <p className="text-sm text-muted">{text('report.publishHelp')}</p>
          {!salt && (
            <Button kind="primary" busy={opening.isPending} onClick={() => opening.mutate()} data-tour="report-publish">
              {text('report.publish')}
            </Button>
          )}
          {publish.isSuccess && (
            <Notice kind={publish.data > 0 ? 'warning' : 'success'}>
              {publish.data > 0 ? text('report.publishMissing', { count: publish.data }) : text('report.published')}
            </Notice>
          )}
          {publish.error && (
            <Notice kind="warning">{text('report.publishFailed', { reason: `${sentence(publish.error)} ` })}</Notice>
          )}
          {salt && (
            <TransactionButton
              request={request}
              onDone={() => {
                put(reportEntry(lotId), { ...kept, isRevealed: true });
                toast({ key: `report:${lotId}`, kind: 'success', title: text('report.revealed') });
              }}
            >
              {text('report.reveal')}
            </TransactionButton>
          )}
          {opening.error instanceof SaltError ? (
            <Notice kind="error" title={text('report.recoverWrong')}>
              {text('report.saltWrongHelp')}
            </Notice>
          ) : (
            opening.error && <Notice kind="error">{sentence(opening.error)}</Notice>
          )}
        </Card>
      </div>
    </Section>
  );
}
