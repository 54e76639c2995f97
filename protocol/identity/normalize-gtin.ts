import { ProtocolError } from '../error.ts';
import { gtinCheckDigit } from './gtin-check-digit.ts';

const LENGTHS = [8, 12, 13, 14];

/**
 * A GTIN-8, -12, -13 or -14 written as GTIN-14, with leading zeros.
 * @throws ProtocolError `BadGtinDigits`, `BadGtinLength` or `BadGtinCheckDigit` with what was expected.
 */
export function normalizeGtin(gtin: string): string {
  if (!/^[0-9]*$/.test(gtin)) throw new ProtocolError('BadGtinDigits', { digits: gtin });
  if (!LENGTHS.includes(gtin.length)) {
    throw new ProtocolError('BadGtinLength', { gtin, length: gtin.length, expected: LENGTHS.join(', ') });
  }
  const expected = gtinCheckDigit(gtin.slice(0, -1));
  const found = Number(gtin.at(-1));
  if (found !== expected) throw new ProtocolError('BadGtinCheckDigit', { gtin, found, expected });
  return gtin.padStart(14, '0');
}
