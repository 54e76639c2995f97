import { useText } from '../../../shared/i18n/use-text.ts';
import { editorMessages } from '../editor-messages.ts';
import { ClauseFields } from './clause-fields.tsx';
import { useEditor } from './editor-context.ts';
import { ChoiceField, PartProblem } from './fields.tsx';
import { valueAt } from './pointer.ts';

/** Where a limit stands; asked for as long as a limit comes from a standard. */
export function RequirementFields({ path }: { path: string }) {
  const text = useText(editorMessages);
  const { document, set } = useEditor();
  const source = (side: 'min' | 'max') => valueAt(document, `${path}/limitSource/${side}`);
  if (source('min') !== 'standard' && source('max') !== 'standard') return null;
  const requirement = `${path}/requirement`;
  if (valueAt(document, requirement) === undefined) {
    return (
      <div className="grid gap-2 sm:col-span-2">
        <PartProblem path={requirement} />
        <button
          type="button"
          className="justify-self-start text-jade underline underline-offset-4"
          onClick={() => set(requirement, { standard: document.standards[0]?.key ?? '', clause: '' })}
        >
          {text('editor.requirement')} …
        </button>
      </div>
    );
  }
  return (
    <>
      <ChoiceField
        path={`${requirement}/standard`}
        label={text('editor.requirement')}
        choices={document.standards.map(({ key, id }) => [key, id || key] as const)}
      />
      <ClauseFields path={`${requirement}/clause`} />
    </>
  );
}
