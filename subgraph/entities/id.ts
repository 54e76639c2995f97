import { BigInt, ByteArray, Bytes, ethereum } from '@graphprotocol/graph-ts';

const WORD = 32;

/** Four bytes of a number, big-endian; for numbers of the contracts, which are uint32. */
export function idOf(number: BigInt): Bytes {
  return bigEndian(number.toU64(), 4);
}

/** Four bytes each of two numbers. */
export function pairId(first: Bytes, second: Bytes): Bytes {
  return first.concat(second);
}

/** The lowest `length` bytes of a number, big-endian. */
export function bigEndian(number: u64, length: i32): Bytes {
  const bytes = new ByteArray(length);
  for (let i = 0; i < length; i++) bytes[length - 1 - i] = <u8>((number >> (8 * i)) & 0xff);
  return Bytes.fromByteArray(bytes);
}

/** The 32 bytes of a uint256, big-endian. */
export function wordOf(number: BigInt): Bytes {
  const bytes = new ByteArray(WORD);
  // Little-endian, and as long as it must be: a further byte is only the sign.
  for (let i = 0; i < WORD && i < number.length; i++) bytes[WORD - 1 - i] = number[i];
  return Bytes.fromByteArray(bytes);
}

/** Names a log entry: transaction hash and log index. */
export function logId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concat(bigEndian(event.logIndex.toU64(), 4));
}

/** Names the log entry just before an event, which must be of the same transaction. */
export function logIdBefore(event: ethereum.Event): Bytes {
  return event.transaction.hash.concat(bigEndian(event.logIndex.toU64() - 1, 4));
}
