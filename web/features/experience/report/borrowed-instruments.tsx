import { useMutation } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { fromScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { fetchJson } from '../../../shared/http/fetch-json.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { reportMessages } from '../report-messages.ts';
import { type ChangeDraft, type ReportDraft, withParameter } from './report-draft.ts';

interface Props {
  lotId: number;
  model: QualityModelDocument;
  onChange: ChangeDraft;
}

/** On a local chain there is nothing to measure with one's own hands: fills in what an instrument would show. */
export function BorrowedInstruments({ lotId, model, onChange }: Props) {
  const text = useText(reportMessages);
  const sentence = useErrorText();
  const { local } = useAppConfig();
  const account = useAccount();
  const measuring = useMutation({
    mutationFn: () =>
      fetchJson<{ values: number[] }>(`${local?.controlUrl}/measurement?lotId=${lotId}&address=${account?.address}`),
    onSuccess: ({ values }) => onChange((current) => fill(current, model, values)),
  });
  if (!local || !account) return null;
  return (
    <div className="grid max-w-sm gap-1">
      <Button
        busy={measuring.isPending}
        onClick={() => measuring.mutate()}
        data-tour={measuring.isSuccess ? undefined : 'measure'}
      >
        <FlaskConical aria-hidden="true" className="size-4" />
        {text('report.borrow')}
      </Button>
      <p className="text-sm text-muted">
        {measuring.error ? <span className="text-danger">{sentence(measuring.error)}</span> : text('report.borrowHelp')}
      </p>
    </div>
  );
}

function fill(draft: ReportDraft, { parameters }: QualityModelDocument, values: readonly number[]): ReportDraft {
  return parameters.reduce((filled, { code, decimals, method }, i) => {
    const reading = fromScaled(values[i] ?? 0, decimals);
    const readings = Array.from({ length: method.replicates }, () => reading);
    return withParameter(filled, code, { readings, notTestedReason: null });
  }, draft);
}
