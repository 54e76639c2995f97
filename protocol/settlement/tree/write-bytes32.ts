import type { Hex } from 'viem';
import { ProtocolError } from '../../error.ts';

/** @throws ProtocolError `BadBytes` unless `hex` is 0x and 64 hex digits. */
export function writeBytes32(name: string, hex: Hex, target: Uint8Array, offset: number): void {
  if (hex.length !== 66 || hex[0] !== '0' || hex[1] !== 'x') throw new ProtocolError('BadBytes', { name, value: hex });
  for (let i = 0; i < 32; i++) {
    const byte = (nibble(hex.charCodeAt(2 + 2 * i)) << 4) | nibble(hex.charCodeAt(3 + 2 * i));
    if (byte < 0) throw new ProtocolError('BadBytes', { name, value: hex });
    target[offset + i] = byte;
  }
}

/** Value of an ASCII hex digit, −1 for anything else. */
function nibble(character: number): number {
  if (character >= 48 && character <= 57) return character - 48;
  const lower = character | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
