import { customType } from 'drizzle-orm/pg-core';
import type { Address, Hex } from 'viem';

/** Amount in the smallest unit of the settlement asset; bigint here, exact there. */
export const amount = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'numeric(30, 0)',
  fromDriver: (value) => BigInt(value),
  toDriver: (value) => value.toString(),
});

/** 32 bytes or more as 0x and lower-case hexadecimal digits. */
export const hex = customType<{ data: Hex; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toLowerCase(),
});

/** Account in lower case, so that equal accounts are equal texts. */
export const account = customType<{ data: Address; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toLowerCase(),
});
