import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '../../../../protocol/documents/quality-model/types.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { editorMessages } from '../editor-messages.ts';
import { useEditor } from './editor-context.ts';
import { TextField, useProblem } from './fields.tsx';
import { valueAt } from './pointer.ts';

const OTHER = 'other';

/** A unit in UCUM: common ones from a list, others typed. */
export function UnitPicker({ path }: { path: string }) {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const { document, set } = useEditor();
  const { data: groups } = useQuery({
    queryKey: ['documents', 'units'],
    queryFn: () => import('../ucum-units.ts').then(({ unitGroups }) => unitGroups),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { ucum } = (valueAt(document, path) ?? { ucum: '' }) as Unit;
  const known = groups?.flatMap(({ units }) => units) ?? [];
  const problem = useProblem(`${path}/ucum`);
  const [isTyping, setIsTyping] = useState(false);
  const isOther = isTyping || (groups !== undefined && !known.some((unit) => unit.ucum === ucum));
  const choose = (chosen: string) => {
    setIsTyping(chosen === OTHER);
    if (chosen === OTHER) return set(path, { ucum: '' });
    const unit = known.find((one) => one.ucum === chosen);
    if (unit) set(path, { ucum: unit.ucum, ...(unit.rec20 && { rec20: unit.rec20 }) });
  };
  return (
    <div className="grid content-start gap-3">
      <Field label={text('editor.unit')} error={isOther ? undefined : problem}>
        {(control) => (
          <Select {...control} value={isOther ? OTHER : ucum} onChange={({ target }) => choose(target.value)}>
            {groups?.map((group) => (
              <optgroup key={group.name.en} label={localized(group.name)}>
                {group.units.map((unit) => (
                  <option key={unit.ucum} value={unit.ucum}>
                    {unit.ucum} · {localized(unit.name)}
                  </option>
                ))}
              </optgroup>
            ))}
            {!groups && <option value={ucum}>{ucum}</option>}
            <option value={OTHER}>{text('editor.unitOther')}</option>
          </Select>
        )}
      </Field>
      {isOther && (
        <div className="grid grid-cols-2 gap-3">
          <TextField path={`${path}/ucum`} mono label="UCUM" />
          <TextField path={`${path}/rec20`} mono optional label={text('editor.rec20')} />
        </div>
      )}
    </div>
  );
}
