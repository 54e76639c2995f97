import { bytesToHex, type Hex, hexToBytes } from 'viem';
import { ProtocolError } from '../error.ts';

/** GS1 AI (10): 1 to 20 characters of GS1's character set 82 (GS1 General Specifications, 7.11). */
const LOT_CODE = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;
const BYTES = 20;

/** @throws ProtocolError `BadLotCode` unless `code` can be a GS1 batch or lot number. */
export function checkLotCode(code: string): void {
  if (!LOT_CODE.test(code)) throw new ProtocolError('BadLotCode', { code });
}

/** A lot code as the contracts keep it: ASCII, left-aligned in bytes20, zeros behind. @throws ProtocolError `BadLotCode`. */
export function lotCodeToBytes20(code: string): Hex {
  checkLotCode(code);
  const bytes = new Uint8Array(BYTES);
  for (let i = 0; i < code.length; i++) bytes[i] = code.charCodeAt(i);
  return bytesToHex(bytes);
}

/** The lot code a bytes20 holds. @throws ProtocolError `BadLotCode` when it holds none, as after a zero inside it. */
export function lotCodeFromBytes20(bytes20: Hex): string {
  const bytes = hexToBytes(bytes20);
  const code = String.fromCharCode(...bytes).replace(/\0+$/, '');
  if (bytes.length !== BYTES) throw new ProtocolError('BadLotCode', { code, length: bytes.length });
  checkLotCode(code);
  return code;
}
