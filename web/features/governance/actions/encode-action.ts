import { type Abi, type AbiFunction, type AbiParameter, type Address, encodeFunctionData, type Hex, isHex } from 'viem';
import { DECISION_CLASSES } from '../../../../protocol/governance/decision-class.ts';
import { MEMBERSHIP_KINDS } from '../../../../protocol/membership/kinds.ts';
import { abis, type ContractName } from '../../../shared/chain/contracts.ts';
import { parseAddress } from '../../../shared/format/parse-address.ts';
import type { ActionField, ActionKind } from './action-kinds.ts';
import { parseUnit } from './units.ts';

/** One call of a proposal. */
export interface Call {
  readonly target: Address;
  /** Wei. */
  readonly value: bigint;
  readonly data: Hex;
}

export type FieldValue = bigint | string;

/** What is wrong with what was typed; `empty` is not said before somebody has typed. */
export type FieldProblem = 'empty' | 'bad' | 'tooSmall' | 'tooLarge' | 'badAddress' | 'badHex';

export type ReadField =
  | { readonly value: FieldValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: FieldProblem };

/** Reads a field of a form. */
export function readField({ unit, min, max }: ActionField, typed: string): ReadField {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  switch (unit) {
    case 'text':
      return { value: text };
    case 'address': {
      const address = parseAddress(text);
      return address === null ? { problem: 'badAddress' } : { value: address };
    }
    case 'hex':
      return isHex(text) && text.length % 2 === 0 ? { value: text } : { problem: 'badHex' };
    case 'class':
    case 'membership': {
      const options: readonly string[] = unit === 'class' ? DECISION_CLASSES : MEMBERSHIP_KINDS;
      return options.includes(text) ? { value: BigInt(options.indexOf(text)) } : { problem: 'bad' };
    }
    default: {
      const value = parseUnit(unit, text);
      if (value === null) return { problem: 'bad' };
      if (min !== undefined && value < min) return { problem: 'tooSmall' };
      if (max !== undefined && value > max) return { problem: 'tooLarge' };
      return { value };
    }
  }
}

/** The call of a form that is filled in; null: something is missing or wrong. */
export function encodeAction(
  { contract, functionName, fields }: ActionKind,
  typed: readonly string[],
  contracts: Readonly<Record<ContractName, Address>>,
): Call | null {
  const values = fields.map((field, i) => readField(field, typed[i] ?? '').value);
  if (values.some((value) => value === undefined)) return null;
  const { inputs } = functionOf(contract, functionName);
  const args = nest(inputs, values);
  const data = encodeFunctionData({ abi: abis[contract] as Abi, functionName, args });
  return { target: contracts[contract], value: 0n, data };
}

function functionOf(contract: ContractName, name: string): AbiFunction {
  const found = (abis[contract] as Abi).find((item) => item.type === 'function' && item.name === name);
  if (!found) throw new Error(`${contract} has no function ${name}`);
  return found as AbiFunction;
}

/** Flat values as arguments: structs take as many as they have members. */
export function nest(inputs: readonly AbiParameter[], values: readonly unknown[]): unknown[] {
  let next = 0;
  const take = (input: AbiParameter): unknown =>
    'components' in input
      ? Object.fromEntries(input.components.map((part) => [part.name, take(part)]))
      : convert(input, values[next++]);
  return inputs.map(take);
}

/** viem takes numbers where they are safe. */
function convert({ type }: AbiParameter, value: unknown): unknown {
  const bits = Number(/^uint(\d+)$/.exec(type)?.[1] ?? 256);
  return typeof value === 'bigint' && bits <= 48 ? Number(value) : value;
}
