import { useText } from '../../../shared/i18n/use-text.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { ACTION_GROUPS, actionKinds } from '../actions/action-kinds.ts';
import { actionMessages } from '../actions/action-messages.ts';
import { governanceMessages } from '../messages.ts';
import type { DraftId } from './drafts.ts';

interface Props {
  isFirst: boolean;
  onPick: (id: DraftId) => void;
}

/** Everything that a proposal can do, by what it is about. */
export function ActionPicker({ isFirst, onPick }: Props) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  return (
    <Field label={text(isFirst ? 'governance.addFirst' : 'governance.addMore')} optional={!isFirst}>
      {(control) => (
        <Select {...control} value="" onChange={(event) => event.target.value && onPick(event.target.value as DraftId)}>
          <option value="">{actions('field.choose')}</option>
          {ACTION_GROUPS.map((group) => (
            <optgroup key={group} label={actions(`action.group.${group}`)}>
              {actionKinds
                .filter((kind) => kind.group === group)
                .map(({ id }) => (
                  <option key={id} value={id}>
                    {actions(`action.${id}`)}
                  </option>
                ))}
            </optgroup>
          ))}
          <optgroup label={actions('action.group.raw')}>
            <option value="call">{actions('action.call')}</option>
            <option value="raw">{actions('action.raw')}</option>
          </optgroup>
        </Select>
      )}
    </Field>
  );
}
