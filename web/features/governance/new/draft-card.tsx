import { Trash2 } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { actionMessages } from '../actions/action-messages.ts';
import { useCurrentValues } from '../actions/use-current-values.ts';
import { governanceMessages } from '../messages.ts';
import { ActionFieldInput } from './action-field-input.tsx';
import { type Draft, type EditDraft, fillIn, isSame, keysOf, kindOf, RAW_FIELDS, typeInto } from './drafts.ts';
import { FunctionForm } from './function-form.tsx';

interface Props {
  draft: Draft;
  onChange: (key: number, edit: EditDraft) => void;
  onRemove: (key: number) => void;
}

/** The form of one action; it begins with the values of now. */
export function DraftCard({ draft, onChange, onRemove }: Props) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const kind = kindOf(draft);
  const current = useCurrentValues(kind, kind && keysOf(draft, kind)).data ?? null;
  const change = useCallback((edit: EditDraft) => onChange(draft.key, edit), [onChange, draft.key]);
  const isUntouched = draft.typed.some((typed) => typed === undefined);
  useEffect(() => {
    if (kind && current && isUntouched) {
      const filled = fillIn(draft, kind, current);
      // What was typed meanwhile stays; the next look fills in around it.
      if (filled.typed.some((typed, i) => typed !== draft.typed[i])) change((now) => (now === draft ? filled : now));
    }
  }, [kind, current, isUntouched, draft, change]);
  const fields = kind?.fields ?? RAW_FIELDS;
  const keys = kind?.keys ?? 0;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex items-start justify-between gap-3">
        <div className="grid gap-0.5">
          <h3 className="font-display text-lg font-semibold">{actions(`action.${draft.id}`)}</h3>
          <p className="text-sm text-muted">{actions(`action.help.${draft.id}`)}</p>
        </div>
        <Button kind="quiet" size="small" className="shrink-0" onClick={() => onRemove(draft.key)}>
          <Trash2 aria-hidden="true" className="size-4" />
          {text('governance.remove')}
        </Button>
      </div>
      {draft.id === 'call' ? (
        <FunctionForm draft={draft} onChange={change} />
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map((field, i) => (
            <ActionFieldInput
              key={field.name}
              field={field}
              typed={draft.typed[i] ?? ''}
              current={i < keys ? undefined : current?.[i - keys]}
              onType={(typed) => change((now) => typeInto(now, i, typed))}
            />
          ))}
        </div>
      )}
      {kind && current && !isUntouched && isSame(draft, kind, current) && <Notice>{actions('field.same')}</Notice>}
    </Card>
  );
}
