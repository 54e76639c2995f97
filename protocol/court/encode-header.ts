import { type Hex, keccak256, toRlp } from 'viem';
import { ProtocolError } from '../error.ts';

/** The header fields of a block as `eth_getBlockByNumber` gives them. */
export type RpcHeader = { readonly hash: Hex } & { readonly [field: string]: unknown };

/** In the order of the header; each has a fixed length and keeps its zeros. */
const FIXED = 'fixed';
/** A number without leading zeros. */
const NUMBER = 'number';
type Kind = typeof FIXED | typeof NUMBER;

const FIELDS: readonly (readonly [name: string, kind: Kind])[] = [
  ['parentHash', FIXED],
  ['sha3Uncles', FIXED],
  ['miner', FIXED],
  ['stateRoot', FIXED],
  ['transactionsRoot', FIXED],
  ['receiptsRoot', FIXED],
  ['logsBloom', FIXED],
  ['difficulty', NUMBER],
  ['number', NUMBER],
  ['gasLimit', NUMBER],
  ['gasUsed', NUMBER],
  ['timestamp', NUMBER],
  ['extraData', FIXED],
  ['mixHash', FIXED],
  ['nonce', FIXED],
];

/** Later forks added these, each after the one before. */
const ADDED: readonly (readonly [name: string, kind: Kind])[] = [
  ['baseFeePerGas', NUMBER],
  ['withdrawalsRoot', FIXED],
  ['blobGasUsed', NUMBER],
  ['excessBlobGas', NUMBER],
  ['parentBeaconBlockRoot', FIXED],
  ['requestsHash', FIXED],
  ['blockAccessListHash', FIXED],
];

/**
 * RLP of a block's header, with which `Court.draw` proves its randomness.
 * @throws ProtocolError `BadHeader` when the fields do not give the block's hash, as of a chain whose headers are others
 */
export function encodeHeader(block: RpcHeader): Hex {
  const fields = [...FIELDS, ...ADDED.filter(([name]) => block[name] !== undefined && block[name] !== null)];
  const header = toRlp(fields.map(([name, kind]) => encodeField(name, kind, block[name])));
  const computed = keccak256(header);
  if (computed !== block.hash) throw new ProtocolError('BadHeader', { hash: block.hash, computed });
  return header;
}

function encodeField(name: string, kind: Kind, value: unknown): Hex {
  if (typeof value !== 'string' || !/^0x[0-9a-f]*$/i.test(value)) {
    throw new ProtocolError('BadHeader', { field: name, value });
  }
  if (kind === FIXED) return value as Hex;
  const digits = value.slice(2).replace(/^0+/, '');
  return `0x${digits.length % 2 === 0 ? '' : '0'}${digits}`;
}
