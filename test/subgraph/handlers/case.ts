import type { Abi, AbiEvent, AbiParameter } from 'viem';
import { type Address, encodeAbiParameters } from 'viem';
import { type ContractKey, contractKeys } from '../../../subgraph/tools/deployment.ts';
import { abiOf } from './abis.ts';

/** One test of `gnd test`: blocks with events, then queries with their answers. */
export interface Case {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly assertions: readonly Expectation[];
  /** What is served for documents, by CID; for others it is no JSON. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Expectation {
  readonly query: string;
  readonly expected: unknown;
}

interface Block {
  readonly number?: number;
  readonly timestamp: number;
  readonly events: readonly Event[];
}

export interface Event {
  readonly address: Address;
  readonly event: string;
  readonly params: Record<string, unknown>;
  readonly txHash?: string;
}

/** Of every contract the placeholder in the manifest. */
export const addressOf = (contract: ContractKey): Address => placeholder(contractKeys.indexOf(contract));
const FIRST_PLACEHOLDER = 0xc0de0001;
/** Whose events stand for those that `gnd test` cannot encode; see subgraph/testing/replay.ts. */
export const REPLAY = placeholder(contractKeys.length);
export const REPLAY_EVENT = 'Replayed(address source, string name, string types, bytes data)';

function placeholder(i: number): Address {
  return `0x${(FIRST_PLACEHOLDER + i).toString(16).padStart(40, '0')}`;
}

/** A block at a time with events. */
export function block(timestamp: number, ...events: Event[]): Block {
  return { timestamp, events };
}

/**
 * An event of a contract.
 *
 * @param args by name; structs as arrays of their members
 */
export function emit(contract: ContractKey, name: string, args: Record<string, unknown>): Event {
  const abi: Abi = abiOf(contract);
  const item = abi.find((one): one is AbiEvent => one.type === 'event' && one.name === name);
  if (item === undefined) throw new RangeError(`${contract} has no event ${name}`);
  for (const { name: parameter = '' } of item.inputs) {
    if (!(parameter in args)) throw new RangeError(`${name} has no ${parameter}`);
  }
  if (item.inputs.some(({ type }) => type.startsWith('tuple'))) return replayed(contract, item, args);
  const parameters = item.inputs.map(
    ({ type, indexed, name: parameter }) => `${type}${indexed ? ' indexed' : ''} ${parameter}`,
  );
  return {
    address: addressOf(contract),
    event: `${name}(${parameters.join(', ')})`,
    params: plain(args) as Event['params'],
  };
}

function replayed(contract: ContractKey, { name, inputs }: AbiEvent, args: Record<string, unknown>): Event {
  const unnamed = (parameter: AbiParameter): AbiParameter =>
    'components' in parameter
      ? { type: parameter.type, components: parameter.components.map(unnamed) }
      : { type: parameter.type };
  const components = inputs.map(unnamed);
  const values = inputs.map(({ name: parameter = '' }) => args[parameter]);
  const data = encodeAbiParameters([{ type: 'tuple', components }], [values]);
  return {
    address: REPLAY,
    event: REPLAY_EVENT,
    params: { source: addressOf(contract), name, types: `(${components.map(typeOf).join(',')})`, data },
  };
}

function typeOf(parameter: AbiParameter): string {
  if (!('components' in parameter)) return parameter.type;
  return `(${parameter.components.map(typeOf).join(',')})${parameter.type.slice('tuple'.length)}`;
}

/** Numbers as text: JSON knows no large ones. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint' || typeof value === 'number') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
