import { ASSET_DECIMALS, TOKEN_DECIMALS } from './format-amount.ts';

/** Reads what somebody typed as an amount in smallest units; null unless it is one. */
export function parseAmount(typed: string): bigint | null {
  return parse(typed, ASSET_DECIMALS);
}

/** The same for CTT. */
export function parseToken(typed: string): bigint | null {
  return parse(typed, TOKEN_DECIMALS);
}

function parse(typed: string, decimals: number): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,20})(?:[.,](\d*))?$/.exec(typed.trim().replace('，', ',')) ?? [];
  if (whole === undefined || fraction.length > decimals) return null;
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}
