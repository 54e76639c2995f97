import { ProtocolError } from '../error.ts';

/**
 * Check digit of a GTIN whose other digits are `digits`: times 3, 1, 3, 1 … from the right, up to a multiple of 10 (GS1 General
 * Specifications, 7.9).
 * @throws ProtocolError `BadGtinDigits` unless all are decimal digits.
 */
export function gtinCheckDigit(digits: string): number {
  if (!/^[0-9]+$/.test(digits)) throw new ProtocolError('BadGtinDigits', { digits });
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
