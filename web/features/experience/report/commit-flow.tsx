import { useState } from 'react';
import type { Address } from 'viem';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import type { Order } from '../../../../relay/api/orders.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { CommitCard } from './commit-card.tsx';
import type { LotReportProps } from './lot-report.tsx';
import { type ReportSubject, type WrittenReport, writeReport } from './report-document.ts';
import { ReportForm } from './report-form.tsx';
import { subjectOf } from './subject-of.ts';
import { useDraft } from './use-draft.ts';
import { useModelDocument } from './use-model-document.ts';

interface Props extends LotReportProps {
  orders: readonly Order[];
  canCommit: boolean;
}

/** Enters what was measured, checks it, seals it, and puts the hash on chain. */
export function CommitFlow(props: Props) {
  const { lot, account } = props;
  const { chain } = useAppConfig();
  const model = useModelDocument(lot.revision.documentCid);
  return (
    <QueryView query={model}>
      {(document) => <Flow {...props} model={document} subject={subjectOf(lot, document, chain.id, account)} />}
    </QueryView>
  );
}

interface FlowProps extends Props {
  model: QualityModelDocument;
  subject: ReportSubject;
  account: Address;
}

function Flow({ lot, model, subject, orders, canCommit, experiencerId, bondMultiple }: FlowProps) {
  const [draft, setDraft] = useDraft(lot.number, model);
  const [checking, setChecking] = useState(false);
  const written = writeReport(subject, draft);
  const isComplete = !('missing' in written);
  if (checking && isComplete) {
    return (
      <CommitCard
        lot={lot}
        model={model}
        draft={draft}
        written={written satisfies WrittenReport}
        orders={orders}
        experiencerId={experiencerId}
        bondMultiple={bondMultiple}
        onBack={() => setChecking(false)}
      />
    );
  }
  return (
    <ReportForm
      lotId={lot.number}
      model={model}
      known={subject.known}
      draft={draft}
      onChange={setDraft}
      missing={'missing' in written ? written.missing : []}
      onReady={canCommit ? () => setChecking(true) : null}
    />
  );
}
