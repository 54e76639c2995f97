import { type Address, isHex } from 'viem';
import type { ContractName } from '../../../shared/chain/contracts.ts';
import { parseAddress } from '../../../shared/format/parse-address.ts';
import { type ActionField, type ActionId, type ActionKind, actionKind } from '../actions/action-kinds.ts';
import { type Call, encodeAction, readField } from '../actions/encode-action.ts';
import { plainUnit } from '../actions/units.ts';
import { CONTRACT_NAMES, encodeFunction, type FunctionDraft, functionOf } from './function-call.ts';

/** `call`: any function of our contracts; `raw`: a contract and an encoded call. */
export type DraftId = ActionId | 'call' | 'raw';

/** An action of a proposal while its form is filled in. */
export interface Draft {
  /** Tells drafts of the same kind apart. */
  readonly key: number;
  readonly id: DraftId;
  /** Text of each field; undefined: untouched, it takes the value of now. */
  readonly typed: readonly (string | undefined)[];
}

/** What is to become of a draft as it is then: between a look at it and the change, a value of now may have come. */
export type EditDraft = (draft: Draft) => Draft;

export const RAW_FIELDS = [
  { name: 'target', unit: 'address' },
  { name: 'data', unit: 'hex' },
] as const;

/** What a `call` begins with; its arguments come after. */
const CALL_FIELDS = ['contract', 'signature', 'target'] as const;

export function newDraft(key: number, id: DraftId): Draft {
  const fields = id === 'raw' ? RAW_FIELDS : id === 'call' ? CALL_FIELDS : actionKind(id).fields;
  return { key, id, typed: fields.map(() => undefined) };
}

/** The action that has a form of its own; undefined: it is any call. */
export function kindOf({ id }: Draft): ActionKind | undefined {
  return id === 'raw' || id === 'call' ? undefined : actionKind(id);
}

/** A `call` as its form shows it. */
export function functionDraft({ typed }: Draft): FunctionDraft {
  const [name = '', signature = '', target = '', ...texts] = Array.from(typed, (text) => text ?? '');
  const contract = CONTRACT_NAMES.find((one) => one === name);
  const item = contract && functionOf(contract, signature);
  return { contract, item, target, typed: texts };
}

/** A `call` of another contract or function: what was typed for the last one is gone. */
export function chooseFunction(draft: Draft, contract: string, signature = ''): Draft {
  return { ...draft, typed: [contract, signature, undefined] };
}

/** A `call` with another text in an argument. */
export function typeArgument(draft: Draft, index: number, text: string): Draft {
  const typed = [...draft.typed];
  typed[CALL_FIELDS.length + index] = text;
  return { ...draft, typed };
}

/** A draft with another text in a field. Another key asks for other values of now. */
export function typeInto(draft: Draft, index: number, text: string): Draft {
  const keys = kindOf(draft)?.keys ?? 0;
  const isKey = index < keys;
  return {
    ...draft,
    typed: draft.typed.map((old, i) => (i === index ? text : isKey && i >= keys ? undefined : old)),
  };
}

/** Untouched fields with the values of now. */
export function fillIn(draft: Draft, kind: ActionKind, current: readonly bigint[]): Draft {
  return {
    ...draft,
    typed: draft.typed.map((old, i) => {
      const value = current[i - kind.keys];
      if (old !== undefined || i < kind.keys || value === undefined) return old;
      return plainUnit((kind.fields[i] as ActionField).unit, value);
    }),
  };
}

/** Values of the fields that say what is set; undefined: not all are chosen. */
export function keysOf(draft: Draft, { fields, keys }: ActionKind): readonly bigint[] | undefined {
  const values = fields.slice(0, keys).map((field, i) => readField(field, draft.typed[i] ?? '').value);
  return values.every((value) => typeof value === 'bigint') ? values : undefined;
}

/** Nothing would change. */
export function isSame(draft: Draft, { fields, keys }: ActionKind, current: readonly bigint[]): boolean {
  return fields.slice(keys).every((field, i) => readField(field, draft.typed[keys + i] ?? '').value === current[i]);
}

/** The call of a draft; null: something is missing or wrong. */
export function callOf(draft: Draft, contracts: Readonly<Record<ContractName, Address>>): Call | null {
  const typed = draft.typed.map((text) => text ?? '');
  if (draft.id === 'call') return encodeFunction(functionDraft(draft), contracts);
  const kind = kindOf(draft);
  if (kind) return encodeAction(kind, typed, contracts);
  const target = parseAddress(typed[0] ?? '');
  const data = (typed[1] ?? '').trim();
  return target && isHex(data) && data.length % 2 === 0 ? { target, value: 0n, data } : null;
}
