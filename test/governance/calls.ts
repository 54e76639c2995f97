import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  BaseError,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  toFunctionSelector,
  zeroAddress,
} from 'viem';
import { parameterSetters } from '../../protocol/governance/limits.ts';
import type { Commune } from '../../scripts/local/deploy-local.ts';

/** A function that changes state. */
export interface Callable {
  readonly contract: string;
  readonly address: Address;
  readonly item: AbiFunction;
}

/** Every function of every contract of a deployment that is neither view nor pure. */
export function callables({ contracts }: Commune): Callable[] {
  return Object.entries(contracts).flatMap(([contract, { address, abi }]) =>
    (abi as Abi)
      .filter((item) => item.type === 'function')
      .filter(({ stateMutability }) => stateMutability !== 'view' && stateMutability !== 'pure')
      .map((item) => ({ contract, address, item })),
  );
}

/** Nothing, of whatever type. */
export function emptyOf(parameter: AbiParameter): unknown {
  const { type } = parameter;
  const [, element, length] = /^(.*)\[(\d*)\]$/.exec(type) ?? [];
  if (element !== undefined) {
    return Array.from({ length: Number(length) }, () => emptyOf({ ...parameter, type: element }));
  }
  if ('components' in parameter) {
    return Object.fromEntries(parameter.components.map((field) => [field.name, emptyOf(field)]));
  }
  if (type === 'address') return zeroAddress;
  if (type === 'bool') return false;
  if (type === 'string') return '';
  if (type.startsWith('bytes')) return `0x${'00'.repeat(Number(type.slice('bytes'.length)))}`;
  return 0n;
}

/** Arguments of a parameter's setter, the others being 0. */
export function settingArguments({ inputs }: AbiFunction, values: readonly bigint[]): unknown[] {
  const [first] = inputs;
  if (first !== undefined && 'components' in first) {
    return [Object.fromEntries(first.components.map(({ name }, i) => [name, values[i]]))];
  }
  const leading = inputs.slice(0, inputs.length - values.length).map(emptyOf);
  return [...leading, ...values];
}

/** Empty arguments, but of setters such as are allowed: what refuses them is not their size. */
export function dataOf({ contract, item }: Callable): Hex {
  const selector = toFunctionSelector(item);
  const setter = parameterSetters.find(
    (one) => one.contract === contract && toFunctionSelector(one.signature) === selector,
  );
  const args = setter
    ? settingArguments(
        item,
        setter.parameters.map(({ min }) => min),
      )
    : item.inputs.map(emptyOf);
  return encodeFunctionData({ abi: [item], functionName: item.name, args } as never);
}

/** The contracts' own error that a call ends with: name and arguments; null when it goes through, `?` when it has none. */
export async function refusalOf(
  { publicClient, contracts }: Commune,
  from: Address,
  to: Address,
  data: Hex,
): Promise<{ readonly name: string; readonly args: readonly unknown[] } | null> {
  try {
    await publicClient.call({ account: from, to, data });
    return null;
  } catch (error) {
    const abi = Object.values(contracts).flatMap((contract) =>
      (contract.abi as Abi).filter(({ type }) => type === 'error'),
    );
    const raw = error instanceof BaseError ? error.walk((cause) => 'data' in (cause as object)) : null;
    const found = (raw as { data?: Hex | { data: Hex } } | null)?.data;
    const bytes = typeof found === 'object' ? found.data : found;
    if (bytes === undefined || bytes.length < 10) return { name: '?', args: [] };
    const { errorName, args } = decodeErrorResult({ abi, data: bytes });
    return { name: errorName, args: args ?? [] };
  }
}
