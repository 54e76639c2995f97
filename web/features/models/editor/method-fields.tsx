import { useId } from 'react';
import type { Localized } from '../../../../protocol/documents/quality-model/types.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TextArea } from '../../../shared/ui/input.tsx';
import { editorMessages } from '../editor-messages.ts';
import { problemsWithin } from '../problems-at.ts';
import { ClauseFields } from './clause-fields.tsx';
import { useEditor } from './editor-context.ts';
import { ChoiceField, IntegerField, TextField } from './fields.tsx';
import { valueAt } from './pointer.ts';

/** How a parameter is measured. */
export function MethodFields({ path }: { path: string }) {
  const text = useText(editorMessages);
  const { document } = useEditor();
  const method = `${path}/method`;
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2">
      <legend className="mb-4 font-medium">{text('editor.method')}</legend>
      <ChoiceField
        path={`${method}/standard`}
        label={text('editor.methodStandard')}
        choices={document.standards.map(({ key, id }) => [key, id || key] as const)}
      />
      <ClauseFields path={`${method}/clause`} />
      <TextField path={`${method}/name/zh-Hans`} lang="zh-Hans" label={text('editor.methodNameZh')} />
      <TextField path={`${method}/name/en`} lang="en" label={text('editor.methodNameEn')} />
      <TextField path={`${method}/conditions/zh-Hans`} lang="zh-Hans" lines label={text('editor.conditionsZh')} />
      <TextField path={`${method}/conditions/en`} lang="en" lines label={text('editor.conditionsEn')} />
      <IntegerField path={`${method}/replicates`} label={text('editor.replicates')} />
      <Instruments path={`${path}/instruments`} />
    </fieldset>
  );
}

/** Two texts with a line for each instrument: shorter to write than a pair of fields for each. */
function Instruments({ path }: { path: string }) {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const { document, problems, set, visit, isVisited } = useEditor();
  const id = useId();
  const instruments = (valueAt(document, path) ?? []) as readonly Localized[];
  const [problem] = problemsWithin(problems, path);
  const write = (language: 'zh-Hans' | 'en', typed: string) => {
    const lines = typed.split('\n');
    const other = language === 'en' ? 'zh-Hans' : 'en';
    const count = Math.max(lines.length, instruments.filter((one) => one[other] !== '').length);
    const next = Array.from({ length: count }, (_, i) => ({
      ...{ 'zh-Hans': '', en: '' },
      ...instruments[i],
      [language]: lines[i] ?? '',
    }));
    set(path, next);
  };
  return (
    <div className="grid gap-x-5 gap-y-1.5 sm:col-span-2 sm:grid-cols-2">
      {(['zh-Hans', 'en'] as const).map((language) => (
        <div key={language} className="grid content-start gap-1.5">
          <label htmlFor={`${id}-${language}`} className="text-sm font-medium">
            {text(language === 'en' ? 'editor.instrumentsEn' : 'editor.instrumentsZh')}
          </label>
          <TextArea
            id={`${id}-${language}`}
            lang={language}
            aria-describedby={`${id}-hint`}
            value={instruments.map((one) => one[language]).join('\n')}
            onBlur={() => visit(path)}
            onChange={({ target }) => write(language, target.value)}
          />
        </div>
      ))}
      <p id={`${id}-hint`} className="text-sm text-muted sm:col-span-2">
        {text('editor.instrumentsHint')}
      </p>
      {problem && isVisited(path) && (
        <p role="alert" className="text-sm text-danger sm:col-span-2">
          {localized(problem.message)}
        </p>
      )}
    </div>
  );
}
