import fc from 'fast-check';
import { type Address, bytesToHex, type Hex } from 'viem';

export const uint32 = fc.integer({ min: 0, max: 0xffffffff });
export const int32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
export const uint72 = fc.bigInt({ min: 0n, max: 2n ** 72n - 1n });
export const bytes32: fc.Arbitrary<Hex> = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => bytesToHex(bytes));
export const address: fc.Arbitrary<Address> = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => bytesToHex(bytes));
