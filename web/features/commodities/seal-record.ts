import { type Address, getAddress, type Hex, isHex } from 'viem';
import { sealedClaimsHash } from '../../../protocol/experience/sealed-claims-hash.ts';
import { lotCodeToBytes20 } from '../../../protocol/identity/lot-code.ts';
import { sealSalt } from '../../../protocol/secrets/derive-salt.ts';

/** What opens a lot's seal. Kept by the producer only, until the reveal window. */
export interface SealRecord {
  readonly commodityId: number;
  readonly lotCode: string;
  /** Claims of the sealed parameters in their order, in units of 10^−decimals. */
  readonly values: readonly number[];
  readonly salt: Hex;
}

export interface SealScope {
  readonly chainId: number;
  readonly commodities: Address;
}

/** Seals values with the salt that the wallet gives this lot. @param root of the producer's secrets */
export function sealClaims(root: Hex, commodityId: number, lotCode: string, values: readonly number[]): SealRecord {
  return { commodityId, lotCode, values, salt: sealSalt(root, commodityId, lotCodeToBytes20(lotCode)) };
}

/** Hash that is on chain as the lot's `sealedClaims`. */
export function sealHash({ chainId, commodities }: SealScope, { lotCode, ...record }: SealRecord): Hex {
  return sealedClaimsHash({
    ...record,
    chainId,
    commodities: getAddress(commodities),
    lotCode: lotCodeToBytes20(lotCode),
  });
}

/** Name of the record in the vault. */
export function sealName(commodityId: number, lotCode: string): string {
  return `seal/${commodityId}/${lotCode}`;
}

/** Reads a record that the vault (or an exported file) holds; null if it is none. */
export function readSealRecord(found: unknown): SealRecord | null {
  if (typeof found !== 'object' || found === null) return null;
  const { commodityId, lotCode, values, salt } = found as Partial<Record<keyof SealRecord, unknown>>;
  if (typeof commodityId !== 'number' || typeof lotCode !== 'string' || !isHex(salt) || !Array.isArray(values))
    return null;
  if (!values.every((value) => Number.isInteger(value))) return null;
  return { commodityId, lotCode, values, salt };
}
