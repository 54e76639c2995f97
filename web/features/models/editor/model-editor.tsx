import { Check, Download, TriangleAlert, Upload } from 'lucide-react';
import { type ChangeEvent, useState } from 'react';
import type { TransactionReceipt } from 'viem';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { saveFile } from '../../../shared/files/save-file.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { editorMessages } from '../editor-messages.ts';
import { readDraft } from '../model-draft.ts';
import { BasicsSection } from './basics-section.tsx';
import { EditorContext } from './editor-context.ts';
import { ParametersSection } from './parameters-section.tsx';
import { JsonSection, PreviewSection } from './preview-section.tsx';
import { PublishPanel, type PublishTerms } from './publish-panel.tsx';
import { StandardsSection } from './standards-section.tsx';
import { useModelEditor } from './use-model-editor.ts';

interface Props {
  initial: QualityModelDocument;
  draftKey: string;
  modelNumber: number | null;
  terms: PublishTerms;
  onDone: (receipt: TransactionReceipt) => void;
}

/** The form in which a model is written, from names to publication. */
export function ModelEditor({ initial, draftKey, modelNumber, terms, onDone }: Props) {
  const text = useText(editorMessages);
  const { editor, replace, isKept, showAllProblems } = useModelEditor(initial, draftKey, modelNumber !== null);
  const [importFailed, setImportFailed] = useState(false);
  const importDraft = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const draft = readDraft(parse(await target.files?.[0]?.text()));
    target.value = '';
    setImportFailed(draft === null);
    if (draft) replace(modelNumber === null ? draft.document : { ...draft.document, supersedes: initial.supersedes });
  };
  const exportDraft = () => {
    const name = editor.document.modelId || 'quality-model';
    saveFile(`${name}.json`, JSON.stringify(editor.document, null, 2), 'application/json');
  };
  return (
    <EditorContext value={editor}>
      <div className="grid gap-10">
        <div className="-mx-1 flex sm:sticky sm:top-16 sm:z-10 flex-wrap items-center gap-3 bg-paper/95 px-1 py-2 backdrop-blur-sm">
          <p role="status" className="mr-auto inline-flex items-center gap-2 text-sm text-muted">
            {isKept ? (
              <Check aria-hidden="true" className="size-4 text-jade" />
            ) : (
              <TriangleAlert aria-hidden="true" className="size-4 text-amber" />
            )}
            {text(isKept ? 'editor.saved' : 'editor.notSaved')}
          </p>
          <Button size="small" onClick={exportDraft}>
            <Download aria-hidden="true" className="size-4" />
            {text('editor.export')}
          </Button>
          <label
            className={`${buttonClass('secondary', 'small')} has-focus-visible:outline-2 has-focus-visible:outline-jade`}
          >
            <Upload aria-hidden="true" className="size-4" />
            {text('editor.import')}
            <input type="file" accept="application/json,.json" className="sr-only" onChange={importDraft} />
          </label>
        </div>
        {importFailed && <Notice kind="error">{text('editor.importBad')}</Notice>}
        <BasicsSection />
        <StandardsSection />
        <ParametersSection />
        <PreviewSection />
        <JsonSection />
        <PublishPanel modelNumber={modelNumber} terms={terms} onShowProblems={showAllProblems} onDone={onDone} />
      </div>
    </EditorContext>
  );
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
