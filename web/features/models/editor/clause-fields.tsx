import { isRecord } from '../../../../protocol/documents/quality-model/checks.ts';
import type { Clause } from '../../../../protocol/documents/quality-model/types.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { editorMessages } from '../editor-messages.ts';
import { useEditor } from './editor-context.ts';
import { TextField } from './fields.tsx';
import { valueAt } from './pointer.ts';

/** Where in a standard: a number for every reader, or words in both languages. */
export function ClauseFields({ path }: { path: string }) {
  const text = useText(editorMessages);
  const { document, set } = useEditor();
  const clause = valueAt(document, path) as Clause | undefined;
  const isInWords = isRecord(clause);
  const other = isInWords ? clause.en || clause['zh-Hans'] : { 'zh-Hans': clause ?? '', en: clause ?? '' };
  return (
    <div className="grid content-start gap-1.5">
      {isInWords ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField path={`${path}/zh-Hans`} lang="zh-Hans" label={text('editor.clauseZh')} />
          <TextField path={`${path}/en`} lang="en" label={text('editor.clauseEn')} />
        </div>
      ) : (
        <TextField path={path} label={text('editor.clause')} />
      )}
      <Button kind="quiet" size="small" className="-ml-3 justify-self-start" onClick={() => set(path, other)}>
        {text(isInWords ? 'editor.clausePlain' : 'editor.clauseWords')}
      </Button>
    </div>
  );
}
