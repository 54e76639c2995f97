import type { Address, Hex } from 'viem';
import { z } from 'zod';

/** A text of a form that TypeScript knows better than JSON Schema, which gets the pattern. */
function text<T extends string>(pattern: RegExp, error: string): z.ZodType<T, T> {
  return z.string().regex(pattern, error) as unknown as z.ZodType<T, T>;
}

/** Checksummed or lower-case account address. */
export const address = text<Address>(/^0x[0-9a-fA-F]{40}$/, 'must be an address: 0x and 40 hexadecimal digits');
/** 32 bytes in lower-case hexadecimal. */
export const bytes32 = text<Hex>(/^0x[0-9a-f]{64}$/, 'must be 32 bytes: 0x and 64 lower-case hexadecimal digits');
export const hex = text<Hex>(/^0x([0-9a-f]{2})*$/, 'must be lower-case hexadecimal bytes after 0x');
/** A key's signature (65 bytes), or whatever a contract accepts as its own (ERC-1271). */
export const signature = text<Hex>(/^0x([0-9a-fA-F]{2}){1,4096}$/, 'must be hexadecimal bytes after 0x');
/** Amount in the smallest unit of the settlement asset (10^−6), as a decimal string: JSON numbers lose digits. */
export const amount = z
  .string()
  .regex(/^(0|[1-9]\d{0,29})$/, 'must be a whole number in the smallest unit, as a string');
export const uint32 = z.int().min(0).max(0xffff_ffff);
/** An id in a path. */
export const idParam = z.coerce.number().int().min(0).max(0xffff_ffff);
/** A moment of the chain, in Unix seconds. */
export const timestamp = z.int().min(0);
/** A moment of the wall clock, in Unix seconds: reservations and payments do not follow a local chain's jumps. */
export const wallTime = z.int().min(0);
export const localized = z.object({ 'zh-Hans': z.string(), en: z.string() });
