import type { Address, Hex } from 'viem';
import { z } from 'zod';

/** Checksummed or lower-case account address. */
export const address = z.custom<Address>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value), {
  error: 'must be an address: 0x and 40 hexadecimal digits',
});
/** 32 bytes in lower-case hexadecimal. */
export const bytes32 = z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value), {
  error: 'must be 32 bytes: 0x and 64 lower-case hexadecimal digits',
});
export const hex = z.custom<Hex>((value) => typeof value === 'string' && /^0x([0-9a-f]{2})*$/.test(value), {
  error: 'must be lower-case hexadecimal bytes after 0x',
});
/** Amount in the smallest unit of the settlement asset (10^−6), as a decimal string: JSON numbers lose digits. */
export const amount = z
  .string()
  .regex(/^(0|[1-9]\d{0,29})$/, 'must be a whole number in the smallest unit, as a string');
export const uint32 = z.int().min(0).max(0xffff_ffff);
/** A moment of the chain, in Unix seconds. */
export const timestamp = z.int().min(0);
export const localized = z.object({ 'zh-Hans': z.string(), en: z.string() });
