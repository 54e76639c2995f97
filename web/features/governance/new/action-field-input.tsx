import { DECISION_CLASSES } from '../../../../protocol/governance/decision-class.ts';
import { MEMBERSHIP_KINDS } from '../../../../protocol/membership/kinds.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { membershipMessages } from '../../../shared/memberships/membership-messages.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, Select, TextArea } from '../../../shared/ui/input.tsx';
import type { ActionField, FieldUnit } from '../actions/action-kinds.ts';
import { actionMessages } from '../actions/action-messages.ts';
import { type FieldProblem, readField } from '../actions/encode-action.ts';
import { useValueText } from '../actions/use-value-text.ts';

interface Props {
  field: Omit<ActionField, 'name'> & { readonly name: ActionField['name'] | 'target' | 'data' };
  typed: string;
  /** Value of now; undefined: there is none. */
  current: bigint | undefined;
  onType: (typed: string) => void;
}

/** A field of an action in the units that people use, with its limits and the value of now. */
export function ActionFieldInput({ field, typed, current, onType }: Props) {
  const text = useText(actionMessages);
  const memberships = useText(membershipMessages);
  const written = useValueText();
  const { unit, name, min, max } = field;
  const shown = (value: bigint) => written(unit, value);
  const hint = [
    current !== undefined && text('field.now', { value: shown(current) }),
    min !== undefined && max !== undefined && text('field.limits', { min: shown(min), max: shown(max) }),
  ].filter(Boolean);
  const { problem } = readField(field as ActionField, typed);
  const messages: Readonly<Record<FieldProblem, string | null>> = {
    empty: null,
    bad: text('field.bad'),
    badAddress: text('field.badAddress'),
    badHex: text('field.badHex'),
    tooSmall: text('field.tooSmall', { min: min === undefined ? '' : shown(min) }),
    tooLarge: text('field.tooLarge', { max: max === undefined ? '' : shown(max) }),
  };
  return (
    <Field label={text(`field.${name}`)} hint={hint.join(' ')} error={problem && messages[problem]}>
      {(control) => {
        if (unit === 'class' || unit === 'membership') {
          return (
            <Select {...control} value={typed} onChange={(event) => onType(event.target.value)}>
              <option value="">{text('field.choose')}</option>
              {unit === 'class'
                ? DECISION_CLASSES.map((one) => (
                    <option key={one} value={one}>
                      {text(`class.${one}`)}
                    </option>
                  ))
                : MEMBERSHIP_KINDS.map((one) => (
                    <option key={one} value={one}>
                      {memberships(`membership.${one}`)}
                    </option>
                  ))}
            </Select>
          );
        }
        if (unit === 'hex') {
          return (
            <TextArea
              {...control}
              className="font-mono text-sm"
              spellCheck={false}
              value={typed}
              onChange={(event) => onType(event.target.value)}
            />
          );
        }
        const isCode = unit === 'address';
        return (
          <span className="relative block">
            <Input
              {...control}
              inputMode={isCode || unit === 'text' ? 'text' : 'decimal'}
              autoComplete="off"
              spellCheck={false}
              className={isCode ? 'font-mono text-sm' : 'numbers pr-16'}
              value={typed}
              onChange={(event) => onType(event.target.value)}
            />
            <UnitName unit={unit} />
          </span>
        );
      }}
    </Field>
  );
}

/** Units that are the same in both languages. */
const UNIT_NAMES: Partial<Record<FieldUnit, string>> = { bps: '%', asset: 'USD', ctt: 'CTT', power: 'XP' };

function UnitName({ unit }: { unit: FieldUnit }) {
  const text = useText(actionMessages);
  const { symbol } = useAppConfig().chain.nativeCurrency;
  const name = unit === 'seconds' ? text('field.days') : unit === 'coin' ? symbol : UNIT_NAMES[unit];
  if (name === undefined) return null;
  return (
    <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-muted">{name}</span>
  );
}
