import type { Hex } from 'viem';
import { blockDigest } from './block-digest.ts';
import { canonicalJson } from './canonical-json.ts';

/** Digest of a JSON document in its canonical form. @throws ProtocolError `NotCanonicalisable`. */
export function documentDigest(document: unknown): Hex {
  return blockDigest(canonicalJson(document));
}
