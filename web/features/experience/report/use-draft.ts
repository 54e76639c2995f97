import { useRef, useState } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { draftEntry } from '../vault/vault-report.ts';
import { type ChangeDraft, emptyDraft, type ReportDraft } from './report-draft.ts';

/** What is being written about a lot; it survives a reload. A draft of another revision of the model is not taken up. */
export function useDraft(lotId: number, model: QualityModelDocument): [ReportDraft, ChangeDraft] {
  const { get, put } = useVault();
  const [draft, setDraft] = useState(() => {
    const kept = get<ReportDraft | null>(draftEntry(lotId));
    return kept && model.parameters.every(({ code }) => kept.parameters[code]) ? kept : emptyDraft(model);
  });
  const latest = useRef(draft);
  const change: ChangeDraft = (made) => {
    const next = typeof made === 'function' ? made(latest.current) : made;
    latest.current = next;
    setDraft(next);
    put(draftEntry(lotId), next);
  };
  return [draft, change];
}
