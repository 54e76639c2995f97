import { Paperclip, X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, TextArea } from '../ui/input.tsx';
import { disputeMessages } from './dispute-messages.ts';
import { EVIDENCE_TYPES, type EvidenceDraft, MAX_FILES } from './use-evidence.ts';

/** Title, text and files of what somebody says in a case. */
export function EvidenceFields({ evidence }: { evidence: EvidenceDraft }) {
  const text = useText(disputeMessages);
  const input = useRef<HTMLInputElement>(null);
  const { name, setName, description, setDescription, files, problem, addFiles, removeFile } = evidence;
  return (
    <div className="grid gap-4">
      <Field label={text('disputes.evidenceName')}>
        {(control) => (
          <Input {...control} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={text('disputes.evidenceText')} hint={text('disputes.evidenceHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-2">
        {files.length > 0 && (
          <ul className="grid gap-1">
            {files.map(({ cid, name: called }) => (
              <li key={cid} className="flex items-center justify-between gap-2 rounded-lg bg-sunken px-3 py-1">
                <span className="truncate text-sm">{called}</span>
                <button
                  type="button"
                  aria-label={text('disputes.evidenceRemove', { name: called })}
                  className="grid size-9 shrink-0 place-items-center rounded-md text-muted hover:bg-line"
                  onClick={() => removeFile(cid)}
                >
                  <X aria-hidden="true" className="size-4" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <Button
          size="small"
          className="justify-self-start"
          disabled={files.length >= MAX_FILES}
          onClick={() => input.current?.click()}
        >
          <Paperclip aria-hidden="true" className="size-4" />
          {text('disputes.evidenceFile')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={EVIDENCE_TYPES.join()}
          className="sr-only"
          tabIndex={-1}
          aria-label={text('disputes.evidenceFile')}
          onChange={(event) => {
            void addFiles(event.target.files).finally(() => {
              if (input.current) input.current.value = '';
            });
          }}
        />
        <p role="alert" className="text-sm text-danger empty:hidden">
          {problem && text(`disputes.evidenceProblem.${problem.kind}`, { name: problem.name })}
        </p>
      </div>
    </div>
  );
}
