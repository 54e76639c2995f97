import { ProtocolError } from '../error.ts';

/** @throws ProtocolError `BadInteger` unless `value` is an integer of −2^31 … 2^31 − 1. */
export function checkInt32(name: string, value: number): void {
  if ((value | 0) !== value) throw new ProtocolError('BadInteger', { name, value, type: 'int32' });
}
