import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, type Hex } from 'viem';

/** SHA-256 of a block: the bytes32 on chain and the digest of the block's raw CIDv1. */
export function blockDigest(block: Uint8Array): Hex {
  return bytesToHex(sha256(block));
}
