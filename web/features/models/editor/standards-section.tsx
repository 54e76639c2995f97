import { Plus, Trash2 } from 'lucide-react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { blankStandard } from '../blank-model.ts';
import { editorMessages } from '../editor-messages.ts';
import { useEditor } from './editor-context.ts';
import { PartProblem, TextField } from './fields.tsx';
import { freeKey, without } from './list-items.ts';

/** The standards that limits and methods cite. */
export function StandardsSection() {
  const text = useText(editorMessages);
  const { document, set } = useEditor();
  const { standards } = document;
  return (
    <Section title={text('editor.standards')} intro={text('editor.standardsIntro')}>
      <Card className="grid gap-2">
        {standards.map((standard, i) => {
          const uses = citations(document, standard.key);
          const path = `/standards/${i}`;
          return (
            <Disclosure
              key={standard.key}
              open={standard.id === ''}
              summary={
                <>
                  <span className="rounded bg-sunken px-1.5 font-mono text-sm text-muted">{standard.key}</span>
                  <span className="text-ink">{standard.id || '…'}</span>
                </>
              }
            >
              <div className="grid gap-5 sm:grid-cols-2">
                <TextField path={`${path}/id`} label={text('editor.standardId')} />
                <TextField path={`${path}/issuer`} label={text('editor.issuer')} />
                <TextField path={`${path}/title/zh-Hans`} lang="zh-Hans" label={text('editor.standardTitleZh')} />
                <TextField path={`${path}/title/en`} lang="en" label={text('editor.standardTitleEn')} />
                <TextField
                  path={`${path}/issueDate`}
                  label={text('editor.issueDate')}
                  hint={text('editor.issueDateHint')}
                />
                <TextField path={`${path}/url`} optional label={text('editor.url')} />
                <p className="flex items-center gap-3 sm:col-span-2">
                  <Button
                    kind="danger"
                    size="small"
                    disabled={uses > 0}
                    onClick={() => set('/standards', without(standards, i))}
                  >
                    <Trash2 aria-hidden="true" className="size-4" />
                    {text('editor.removeStandard', { name: standard.id || standard.key })}
                  </Button>
                  {uses > 0 && (
                    <span className="text-sm text-muted">{text('editor.standardInUse', { count: uses })}</span>
                  )}
                </p>
              </div>
            </Disclosure>
          );
        })}
        <PartProblem path="/standards" />
        <div>
          <Button
            onClick={() => set('/standards', [...standards, blankStandard(freeKey(standards.map(({ key }) => key)))])}
          >
            <Plus aria-hidden="true" className="size-4" />
            {text('editor.addStandard')}
          </Button>
        </div>
      </Card>
    </Section>
  );
}

function citations({ parameters }: QualityModelDocument, key: string): number {
  const cited = parameters.flatMap(({ method, requirement }) => [method.standard, requirement?.standard]);
  return cited.filter((standard) => standard === key).length;
}
