import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  encodeFunctionData,
  isHex,
  size,
  toFunctionSignature,
} from 'viem';
import { abis, type ContractName } from '../../../shared/chain/contracts.ts';
import { parseAddress } from '../../../shared/format/parse-address.ts';
import { type Call, nest } from '../actions/encode-action.ts';

/** A function of one of our contracts while its form is filled in. */
export interface FunctionDraft {
  readonly contract: ContractName | undefined;
  readonly item: AbiFunction | undefined;
  /** Address that is called; empty: that of the contract. */
  readonly target: string;
  /** Text of each argument, members of structs one by one. */
  readonly typed: readonly string[];
}

/** An argument's name in the code, and its type as Solidity writes it. */
export interface FunctionField {
  readonly name: string;
  readonly type: string;
}

/** Names of contracts in the order of their letters. */
export const CONTRACT_NAMES = (Object.keys(abis) as ContractName[]).sort();

/** What changes state, and takes nothing that cannot be typed into fields. */
export function functionsOf(contract: ContractName): readonly AbiFunction[] {
  return (abis[contract] as Abi)
    .filter((item): item is AbiFunction => item.type === 'function')
    .filter(({ stateMutability }) => stateMutability !== 'view' && stateMutability !== 'pure')
    .filter(({ inputs }) => inputs.flatMap(fieldsOf).every(({ type }) => isTypeable(type)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function functionOf(contract: ContractName, signature: string): AbiFunction | undefined {
  return functionsOf(contract).find((item) => toFunctionSignature(item) === signature);
}

/** Members of structs one by one. */
export function fieldsOf(input: AbiParameter): FunctionField[] {
  if (input.type === 'tuple' && 'components' in input) return input.components.flatMap(fieldsOf);
  return [{ name: input.name ?? '', type: input.type }];
}

/** The value of an argument as viem takes it; undefined: the text is none of this type. Several values stand between commas. */
export function readArgument(type: string, typed: string): unknown {
  const text = typed.trim();
  const element = /^(?<element>[^[]+)\[\]$/.exec(type)?.groups?.element;
  if (element !== undefined) {
    const values = text === '' ? [] : text.split(',').map((part) => readArgument(element, part));
    return values.includes(undefined) ? undefined : values;
  }
  if (type === 'address') return parseAddress(text) ?? undefined;
  if (type === 'bool') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'string') return typed;
  if (type.startsWith('bytes')) return readBytes(type, text);
  return readInteger(type, text);
}

/** The call of a form that is filled in; null: something is missing or wrong. */
export function encodeFunction(
  { contract, item, target, typed }: FunctionDraft,
  contracts: Readonly<Record<ContractName, Address>>,
): Call | null {
  if (!contract || !item) return null;
  const address = target.trim() === '' ? contracts[contract] : parseAddress(target);
  const values = item.inputs.flatMap(fieldsOf).map(({ type }, i) => readArgument(type, typed[i] ?? ''));
  if (!address || values.includes(undefined)) return null;
  const data = encodeFunctionData({ abi: [item] as Abi, functionName: item.name, args: nest(item.inputs, values) });
  return { target: address, value: 0n, data };
}

function readBytes(type: string, text: string): unknown {
  const length = type.slice('bytes'.length);
  if (!isHex(text) || text.length % 2 !== 0) return undefined;
  return length === '' || size(text) === Number(length) ? text : undefined;
}

function readInteger(type: string, text: string): unknown {
  const { unsigned, bits } = /^(?<unsigned>u?)int(?<bits>\d+)$/.exec(type)?.groups ?? {};
  if (bits === undefined || !/^-?\d{1,78}$/.test(text)) return undefined;
  const value = BigInt(text);
  const isUnsigned = unsigned === 'u';
  const limit = 1n << (BigInt(bits) - (isUnsigned ? 0n : 1n));
  if (value >= limit || value < (isUnsigned ? 0n : -limit)) return undefined;
  return value;
}

function isTypeable(type: string): boolean {
  return /^(?:address|bool|string|bytes\d*|u?int\d+)(?:\[\])?$/.test(type);
}
