import { CID } from 'multiformats/cid';
import * as Digest from 'multiformats/hashes/digest';
import { type Hex, hexToBytes } from 'viem';
import { ProtocolError } from '../error.ts';

/** Multicodec `raw`: the block is the document, no DAG around it. */
export const RAW_CODEC = 0x55;
/** Multihash `sha2-256`. */
export const SHA2_256 = 0x12;

/** Raw CIDv1 string (`bafkrei…`) of a SHA-256 digest. @throws ProtocolError `BadBytes` unless `digest` is a bytes32. */
export function cidFromDigest(digest: Hex): string {
  if (!/^0x[0-9a-f]{64}$/i.test(digest)) throw new ProtocolError('BadBytes', { name: 'digest', value: digest });
  return CID.createV1(RAW_CODEC, Digest.create(SHA2_256, hexToBytes(digest))).toString();
}
