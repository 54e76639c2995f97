import { useText } from '../../../shared/i18n/use-text.ts';
import { editorMessages } from '../editor-messages.ts';
import { ChoiceField, FlagField, IntegerField, PartProblem, TextField } from './fields.tsx';
import { RequirementFields } from './requirement-fields.tsx';
import { UnitPicker } from './unit-picker.tsx';

const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;
const SOURCES = ['standard', 'plausible'] as const;

/** What a parameter's values are, between which limits, and how much they count. */
export function ValueFields({ path }: { path: string }) {
  const text = useText(editorMessages);
  const sources = SOURCES.map((source) => [source, text(`editor.source.${source}`)] as const);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField path={`${path}/name/zh-Hans`} lang="zh-Hans" label={text('editor.nameZh')} />
      <TextField path={`${path}/name/en`} lang="en" label={text('editor.nameEn')} />
      <TextField
        path={`${path}/code`}
        mono
        normalise={(typed) => typed.toUpperCase().replace(/[\s-]+/g, '_')}
        label={text('editor.code')}
        hint={text('editor.codeHint')}
      />
      <ChoiceField
        path={`${path}/kind`}
        label={text('editor.kind')}
        choices={[
          ['quantity', text('editor.kind.quantity')],
          ['grade', text('editor.kind.grade')],
        ]}
      />
      <UnitPicker path={`${path}/unit`} />
      <IntegerField path={`${path}/decimals`} label={text('editor.decimals')} hint={text('editor.decimalsHint')} />
      <TextField path={`${path}/limits/min`} label={text('editor.min')} />
      <TextField path={`${path}/limits/max`} label={text('editor.max')} />
      <div className="empty:hidden sm:col-span-2">
        <PartProblem path={`${path}/limits`} />
      </div>
      <ChoiceField path={`${path}/limitSource/min`} label={text('editor.minSource')} choices={sources} />
      <ChoiceField path={`${path}/limitSource/max`} label={text('editor.maxSource')} choices={sources} />
      <RequirementFields path={path} />
      <ChoiceField
        path={`${path}/direction`}
        label={text('editor.direction')}
        choices={DIRECTIONS.map((direction) => [direction, text(`editor.direction.${direction}`)] as const)}
      />
      <TextField path={`${path}/tolerance`} label={text('editor.tolerance')} hint={text('editor.toleranceHint')} />
      <IntegerField
        path={`${path}/weightBps`}
        label={text('editor.weight')}
        suffix={<span className="shrink-0 text-muted">/ 10 000</span>}
      />
      <div className="grid gap-3 sm:col-span-2 sm:grid-cols-2">
        <FlagField path={`${path}/critical`} label={text('editor.critical')} hint={text('editor.criticalHint')} />
        <FlagField path={`${path}/sealed`} label={text('editor.sealed')} hint={text('editor.sealedHint')} />
      </div>
    </div>
  );
}
