import { ProtocolError } from '../error.ts';

/** @throws ProtocolError `BadInteger` unless `value` is an integer of 0 … 2^bits − 1; `bits` ≤ 53. */
export function checkUint(name: string, value: number, bits: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new ProtocolError('BadInteger', { name, value, type: `uint${bits}` });
  }
}

/** @throws ProtocolError `BadAmount` unless 0 ≤ `value` < 2^bits. */
export function checkAmount(name: string, value: bigint, bits: bigint): void {
  if (value < 0n || value >> bits !== 0n) throw new ProtocolError('BadAmount', { name, value, type: `uint${bits}` });
}
