import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  decodeFunctionData,
  type Hex,
  isAddressEqual,
  size,
  slice,
  toFunctionSelector,
} from 'viem';
import { abis, type ContractName } from '../../../shared/chain/contracts.ts';
import { type ActionKind, actionKinds } from './action-kinds.ts';
import type { Call } from './encode-action.ts';

/** A value of a call, with its name in the code. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

/** What a call does. */
export type DecodedCall =
  | {
      /** One that there is a form for. */
      readonly kind: 'known';
      readonly contract: ContractName;
      readonly functionName: string;
      readonly action: ActionKind;
      /** In the order of the action's fields. */
      readonly values: readonly unknown[];
      readonly args: readonly Argument[];
    }
  | {
      readonly kind: 'decoded';
      readonly contract: ContractName;
      readonly functionName: string;
      readonly args: readonly Argument[];
    }
  /** Of one of our contracts, but no function of it. */
  | { readonly kind: 'unknownFunction'; readonly contract: ContractName; readonly selector: Hex | null }
  | { readonly kind: 'unknownTarget'; readonly selector: Hex | null };

const SELECTOR_BYTES = 4;

/** Reads a call of a proposal. @param contracts addresses by name */
export function decodeCall(
  { target, data }: Omit<Call, 'value'>,
  contracts: Readonly<Record<ContractName, Address>>,
): DecodedCall {
  const selector = size(data) >= SELECTOR_BYTES ? slice(data, 0, SELECTOR_BYTES) : null;
  const names = Object.keys(abis) as ContractName[];
  const contract = names.find((name) => isAddressEqual(contracts[name], target));
  if (!contract) return { kind: 'unknownTarget', selector };
  const item = (abis[contract] as Abi).find(
    (one): one is AbiFunction => one.type === 'function' && toFunctionSelector(one) === selector,
  );
  const args = item && decodeArguments(item, data);
  if (!item || !args) return { kind: 'unknownFunction', contract, selector };
  const functionName = item.name;
  const action = actionKinds.find((one) => one.contract === contract && one.functionName === functionName);
  if (!action) return { kind: 'decoded', contract, functionName, args };
  const values = args.map(({ value }) => value);
  return { kind: 'known', contract, functionName, action, values, args };
}

function decodeArguments(item: AbiFunction, data: Hex): Argument[] | null {
  try {
    const { args = [] } = decodeFunctionData({ abi: [item] as Abi, data });
    return item.inputs.flatMap((input, i) => flatten(input, args[i]));
  } catch {
    return null;
  }
}

/** Members of structs one by one. */
function flatten(input: AbiParameter, value: unknown): Argument[] {
  if (!('components' in input) || input.type !== 'tuple') return [{ name: input.name ?? '', type: input.type, value }];
  const parts = value as Readonly<Record<string, unknown>>;
  return input.components.flatMap((part) => flatten(part, parts[part.name ?? '']));
}
