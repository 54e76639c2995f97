import { createHash } from 'node:crypto';
import { base58btc } from 'multiformats/bases/base58';

const SHA2_256 = [0x12, 0x20];
/** Field numbers and wire types of dag-pb and UnixFS. */
const NODE_DATA = 0x0a;
const FILE_TYPE = [0x08, 0x02];
const FILE_DATA = 0x12;
const FILE_SIZE = 0x18;

/**
 * CIDv0 of a file as one block, the only form of name that graph-node takes for a subgraph. For files up to 256 KiB it is what
 * `ipfs add` gives.
 */
export function unixfsCid(content: Uint8Array): string {
  const size = varint(content.length);
  const file = Buffer.concat([
    Uint8Array.of(...FILE_TYPE, FILE_DATA, ...size),
    content,
    Uint8Array.of(FILE_SIZE, ...size),
  ]);
  const node = Buffer.concat([Uint8Array.of(NODE_DATA, ...varint(file.length)), file]);
  const digest = createHash('sha256').update(node).digest();
  return base58btc.baseEncode(Uint8Array.of(...SHA2_256, ...digest));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}
