import { useState } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useJsonDocument } from '../../../shared/documents/use-document.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { blankModel } from '../blank-model.ts';
import { editorMessages } from '../editor-messages.ts';
import { type ModelDraft, readDraft } from '../model-draft.ts';
import { modelsQuery } from '../models-queries.ts';
import { fromTemplate } from '../start-from.ts';

interface Props {
  draft: ModelDraft | null;
  /** Model that the visitor wants a copy of. */
  from: number | null;
  author: string;
  onStart: (document: QualityModelDocument) => void;
  onDiscard: () => void;
}

/** Where a new model begins: the draft that is there, a blank one, or a copy. */
export function StartFrom({ draft, from, author, onStart, onDiscard }: Props) {
  const text = useText(editorMessages);
  const format = useFormat();
  const [isDiscarded, setIsDiscarded] = useState(false);
  return (
    <Section title={text('editor.startFrom')}>
      {draft && !isDiscarded && (
        <Notice
          title={text('editor.draftFound', { when: format.dateTime(draft.savedAt / 1000) })}
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="small" kind="primary" onClick={() => onStart(draft.document)}>
                {text('editor.draftContinue')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onDiscard();
                  setIsDiscarded(true);
                }}
              >
                {text('editor.draftDiscard')}
              </Button>
            </span>
          }
        />
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <Card className="grid content-start gap-3">
          <h3 className="font-medium">{text('editor.template')}</h3>
          <p className="text-muted">{text('editor.templateHelp')}</p>
          <Template from={from} onStart={(document) => onStart(fromTemplate(document, author))} />
        </Card>
        <Card className="grid content-start gap-3">
          <h3 className="font-medium">{text('editor.blank')}</h3>
          <p className="text-muted">{text('editor.blankHelp')}</p>
          <div>
            <Button onClick={() => onStart(blankModel(author))}>{text('editor.begin')}</Button>
          </div>
        </Card>
      </div>
    </Section>
  );
}

function Template({ from, onStart }: { from: number | null; onStart: (document: QualityModelDocument) => void }) {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const query = useSubgraph(modelsQuery, { first: 1000, skip: 0 });
  const [chosen, setChosen] = useState<string | null>(null);
  const models = query.data?.models ?? [];
  const cid = chosen ?? models.find(({ number }) => number === from)?.latestRevision?.documentCid ?? '';
  const document = useJsonDocument<unknown>(cid || null);
  const draft = document.data === undefined ? null : readDraft(document.data);
  return (
    <QueryView query={query}>
      {() => (
        <div className="grid gap-3">
          <Field label={text('editor.chooseTemplate')}>
            {(control) => (
              <Select {...control} value={cid} onChange={({ target }) => setChosen(target.value)}>
                <option value="" disabled>
                  …
                </option>
                {models.map(({ number, latestRevision }) => (
                  <option key={number} value={latestRevision?.documentCid ?? ''}>
                    {latestRevision?.document
                      ? localized({ 'zh-Hans': latestRevision.document.nameZh, en: latestRevision.document.nameEn })
                      : `#${number}`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {document.error && <ErrorState error={document.error} onRetry={document.refetch} />}
          <div>
            <Button
              kind="primary"
              disabled={!draft}
              busy={document.isFetching}
              onClick={() => draft && onStart(draft.document)}
            >
              {text('editor.begin')}
            </Button>
          </div>
        </div>
      )}
    </QueryView>
  );
}
