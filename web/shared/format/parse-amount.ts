import { ASSET_DECIMALS } from './format-amount.ts';

/** Reads what somebody typed as an amount in smallest units; null unless it is one. */
export function parseAmount(typed: string): bigint | null {
  const match = /^(\d{1,20})(?:[.,](\d{0,6}))?$/.exec(typed.trim().replace('，', ','));
  if (!match) return null;
  return BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(ASSET_DECIMALS, '0'));
}
