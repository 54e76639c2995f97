import { readVault, vaultKey } from '../../shared/secrets/vault.ts';
import { readStored } from '../../shared/storage/stored.ts';

interface OfferedLot {
  readonly lotCode: string;
  readonly commodity: { readonly number: number };
}

/**
 * The visitor's lot among those that his producer offered since the tour began: the one whose seal this browser can open. Residents offer
 * lots in the same producer's name.
 */
export function findOwnLot<Lot extends OfferedLot>(
  lots: readonly Lot[],
  commune: string,
  producer: string,
): Lot | undefined {
  const vault = readVault(readStored(vaultKey(commune, producer)));
  return lots.find(({ lotCode, commodity }) => `seal:${commodity.number}:${lotCode}` in vault);
}
