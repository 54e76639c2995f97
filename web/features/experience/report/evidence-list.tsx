import { Paperclip, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { reportMessages } from '../report-messages.ts';
import { EVIDENCE_TYPES, EvidenceError, takeEvidence } from '../vault/take-evidence.ts';
import type { EvidenceFile } from './report-draft.ts';

interface Problem {
  readonly name: string;
  readonly reason: EvidenceError['reason'] | 'store';
}

interface Props {
  files: readonly EvidenceFile[];
  onChange: (files: readonly EvidenceFile[]) => void;
}

/** Files behind a measurement: hashed at once, kept in this browser, public with the reveal. */
export function EvidenceList({ files, onChange }: Props) {
  const text = useText(reportMessages);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const add = async (chosen: readonly File[]) => {
    setBusy(true);
    setProblem(null);
    const added: EvidenceFile[] = [];
    for (const file of chosen) {
      try {
        added.push(await takeEvidence(file));
      } catch (error) {
        setProblem({ name: file.name, reason: error instanceof EvidenceError ? error.reason : 'store' });
      }
    }
    const fresh = added.filter(({ cid }) => !files.some((file) => file.cid === cid));
    if (fresh.length > 0) onChange([...files, ...fresh]);
    setBusy(false);
  };

  return (
    <div className="grid gap-2">
      <ul className="grid gap-1 empty:hidden">
        {files.map(({ cid, name, size }) => (
          <li key={cid} className="flex items-center gap-2 rounded-lg bg-sunken px-3 py-1 text-sm">
            <Paperclip aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="numbers text-muted">{Math.ceil(size / 1024)} KB</span>
            <button
              type="button"
              aria-label={text('report.evidenceRemove', { name })}
              className="grid size-11 place-items-center rounded-full text-muted hover:text-ink"
              onClick={() => onChange(files.filter((file) => file.cid !== cid))}
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" busy={busy} className="justify-self-start" onClick={() => input.current?.click()}>
        <Paperclip aria-hidden="true" className="size-4" />
        {text('report.evidenceAdd')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={EVIDENCE_TYPES.join()}
        className="sr-only"
        tabIndex={-1}
        aria-label={text('report.evidenceAdd')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void add(chosen);
        }}
      />
      <p className="text-sm text-muted">{text('report.evidenceHelp')}</p>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {problem && text(`report.evidenceProblem.${problem.reason}`, { name: problem.name })}
      </p>
    </div>
  );
}
