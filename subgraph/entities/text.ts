import { Bytes } from '@graphprotocol/graph-ts';

/** ASCII that is padded on the right with zeros. */
export function textOf(padded: Bytes): string {
  let length = padded.length;
  while (length > 0 && padded[length - 1] == 0) length--;
  return String.UTF8.decodeUnsafe(padded.dataStart, length);
}
