import { CID } from 'multiformats/cid';
import { bytesToHex, type Hex } from 'viem';
import { ProtocolError } from '../error.ts';
import { RAW_CODEC, SHA2_256 } from './cid-from-digest.ts';

/** SHA-256 digest in a raw CIDv1 string. @throws ProtocolError `BadCid` for anything else, a CID of another kind included. */
export function digestFromCid(cid: string): Hex {
  const { version, code, multihash } = parse(cid);
  if (version !== 1 || code !== RAW_CODEC || multihash.code !== SHA2_256 || multihash.size !== 32) {
    throw new ProtocolError('BadCid', { cid, version, codec: code, hash: multihash.code, size: multihash.size });
  }
  return bytesToHex(multihash.digest);
}

function parse(cid: string): CID {
  try {
    return CID.parse(cid);
  } catch (error) {
    throw new ProtocolError('BadCid', { cid, reason: error instanceof Error ? error.message : error });
  }
}
