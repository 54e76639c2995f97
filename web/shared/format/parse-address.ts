import { type Address, isAddress } from 'viem';

/** The address that somebody typed; null: it is none. */
export function parseAddress(typed: string): Address | null {
  const text = typed.trim();
  return isAddress(text, { strict: text !== text.toLowerCase() }) ? text : null;
}
