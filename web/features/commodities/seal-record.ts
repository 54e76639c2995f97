import { type Address, getAddress, type Hex } from 'viem';
import { sealedClaimsHash } from '../../../protocol/experience/sealed-claims-hash.ts';
import { lotCodeToBytes20 } from '../../../protocol/identity/lot-code.ts';
import { sealSalt } from '../../../protocol/secrets/derive-salt.ts';

/** What only the producer knows of a lot until he opens its seal. The salt is not in it: the wallet gives it again. */
export interface SealRecord {
  readonly commodityId: number;
  readonly lotCode: string;
  /** Claims of the sealed parameters in their order, in units of 10^−decimals. */
  readonly values: readonly number[];
}

export interface SealScope {
  readonly chainId: number;
  readonly commodities: Address;
}

/** Salt of a lot's seal. @param root of the producer's secrets */
export function saltOf(root: Hex, commodityId: number, lotCode: string): Hex {
  return sealSalt(root, commodityId, lotCodeToBytes20(lotCode));
}

/** Hash that goes on chain as the lot's `sealedClaims`. */
export function sealHash({ chainId, commodities }: SealScope, { lotCode, ...record }: SealRecord, salt: Hex): Hex {
  return sealedClaimsHash({
    ...record,
    salt,
    chainId,
    commodities: getAddress(commodities),
    lotCode: lotCodeToBytes20(lotCode),
  });
}

/** Name of the record in the vault. */
export function sealName(commodityId: number, lotCode: string): string {
  return `seal:${commodityId}:${lotCode}`;
}

/** Reads a record of the vault; null if it is none. */
export function readSealRecord(found: unknown): SealRecord | null {
  if (typeof found !== 'object' || found === null) return null;
  const { commodityId, lotCode, values } = found as Partial<Record<keyof SealRecord, unknown>>;
  if (typeof commodityId !== 'number' || typeof lotCode !== 'string' || !Array.isArray(values)) return null;
  return values.every((value) => Number.isInteger(value)) ? { commodityId, lotCode, values } : null;
}
