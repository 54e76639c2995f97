import { ByteArray, Bytes } from '@graphprotocol/graph-ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;
/** CIDv1, codec raw, multihash sha2-256 of 32 bytes. */
const PREFIX = ByteArray.fromHexString('0x01551220');

/** CID (`bafkrei…`) of the block whose SHA-256 is `digest`, which must have 32 bytes: base32, lower case, no padding. */
export function cidOf(digest: Bytes): string {
  const bytes = PREFIX.concat(digest);
  let text = 'b';
  let buffer: u32 = 0;
  let held = 0;
  for (let i = 0; i < bytes.length; i++) {
    buffer = (buffer << 8) | bytes[i];
    held += 8;
    while (held >= BITS) {
      held -= BITS;
      text += ALPHABET.charAt((buffer >> held) & 31);
    }
  }
  if (held > 0) text += ALPHABET.charAt((buffer << (BITS - held)) & 31);
  return text;
}
