import { toFunctionSignature } from 'viem';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, Select } from '../../../shared/ui/input.tsx';
import { actionMessages } from '../actions/action-messages.ts';
import { chooseFunction, type Draft, type EditDraft, functionDraft, typeArgument, typeInto } from './drafts.ts';
import { CONTRACT_NAMES, type FunctionField, fieldsOf, functionsOf, readArgument } from './function-call.ts';

const TARGET = 2;

interface Props {
  draft: Draft;
  onChange: (edit: EditDraft) => void;
}

/** Any function of our contracts: each argument has a field, by its name and type in the code. */
export function FunctionForm({ draft, onChange }: Props) {
  const text = useText(actionMessages);
  const { contracts } = useAppConfig();
  const { contract, item, target, typed } = functionDraft(draft);
  const isBadTarget = target.trim() !== '' && readArgument('address', target) === undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={text('field.contract')}>
        {(control) => (
          <Select
            {...control}
            value={contract ?? ''}
            onChange={(event) => onChange((now) => chooseFunction(now, event.target.value))}
          >
            <option value="">{text('field.choose')}</option>
            {CONTRACT_NAMES.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      {contract && (
        <Field label={text('field.function')}>
          {(control) => (
            <Select
              {...control}
              value={item ? toFunctionSignature(item) : ''}
              onChange={(event) => onChange((now) => chooseFunction(now, contract, event.target.value))}
            >
              <option value="">{text('field.choose')}</option>
              {functionsOf(contract).map((one) => (
                <option key={toFunctionSignature(one)} value={toFunctionSignature(one)}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {contract && item && (
        <Field
          label={text('field.at')}
          hint={text('field.atHelp', { address: shortHex(contracts[contract]) })}
          error={isBadTarget && text('field.badAddress')}
          optional
        >
          {(control) => (
            <Input
              {...control}
              className="font-mono text-sm"
              autoComplete="off"
              spellCheck={false}
              value={target}
              onChange={(event) => onChange((now) => typeInto(now, TARGET, event.target.value))}
            />
          )}
        </Field>
      )}
      {item?.inputs.flatMap(fieldsOf).map((field, i) => (
        <ArgumentInput
          // biome-ignore lint/suspicious/noArrayIndexKey: arguments stay in their order, and need not have names
          key={i}
          field={field}
          typed={typed[i] ?? ''}
          onType={(value) => onChange((now) => typeArgument(now, i, value))}
        />
      ))}
    </div>
  );
}

interface ArgumentProps {
  field: FunctionField;
  typed: string;
  onType: (typed: string) => void;
}

function ArgumentInput({ field: { name, type }, typed, onType }: ArgumentProps) {
  const text = useText(actionMessages);
  const isWrong = typed.trim() !== '' && readArgument(type, typed) === undefined;
  const label = (
    <code>
      {name} <span className="font-normal text-muted">{type}</span>
    </code>
  );
  return (
    <Field
      label={label}
      hint={type.endsWith('[]') && text('field.list')}
      error={isWrong && text('field.badType', { type })}
    >
      {(control) =>
        type === 'bool' ? (
          <Select {...control} value={typed} onChange={(event) => onType(event.target.value)}>
            <option value="">{text('field.choose')}</option>
            <option value="true">{text('field.yes')}</option>
            <option value="false">{text('field.no')}</option>
          </Select>
        ) : (
          <Input
            {...control}
            className="font-mono text-sm"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        )
      }
    </Field>
  );
}
