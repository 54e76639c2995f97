import { ProtocolError } from '../../../protocol/error.ts';
import { gtinCheckDigit } from '../../../protocol/identity/gtin-check-digit.ts';
import { normalizeGtin } from '../../../protocol/identity/normalize-gtin.ts';

/** What somebody has typed of a GTIN so far. */
export type GtinInput =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly gtin14: string }
  /** All but the last digit of one of the lengths: the digit that would complete it. */
  | { readonly kind: 'incomplete'; readonly digits: number; readonly checkDigit: number | null }
  | { readonly kind: 'wrongCheckDigit'; readonly expected: number }
  | { readonly kind: 'notDigits' };

const LENGTHS = [8, 12, 13, 14];

/** Reads a GTIN while it is typed; blanks and hyphens, as under bar codes, do not count. */
export function gtinInput(typed: string): GtinInput {
  const digits = typed.replace(/[\s-]/g, '');
  if (digits === '') return { kind: 'none' };
  if (!/^\d+$/.test(digits)) return { kind: 'notDigits' };
  try {
    return { kind: 'ok', gtin14: normalizeGtin(digits) };
  } catch (error) {
    const isWhole = error instanceof ProtocolError && error.code === 'BadGtinCheckDigit';
    // Thirteen digits may be a GTIN-14 that lacks its last one: until more is typed the shorter reading is what is wrong.
    if (isWhole) return { kind: 'wrongCheckDigit', expected: gtinCheckDigit(digits.slice(0, -1)) };
    const checkDigit = LENGTHS.includes(digits.length + 1) ? gtinCheckDigit(digits) : null;
    return { kind: 'incomplete', digits: digits.length, checkDigit };
  }
}
