import { useMutation } from '@tanstack/react-query';
import type { Hex } from 'viem';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { type SealRecord, saltOf, sealHash, sealName } from '../seal-record.ts';

export interface SealedClaims {
  readonly hash: Hex;
  readonly salt: Hex;
  /** False: this browser keeps nothing, so the vault has to be exported at once. */
  readonly isKept: boolean;
}

/** Seals claims: asks the wallet for the salt and puts the values into the vault, in this order. */
export function useSeal() {
  const { chain, contracts } = useAppConfig();
  const unlock = useRootSecret();
  const { put } = useVault();
  return useMutation({
    mutationFn: async (record: SealRecord): Promise<SealedClaims> => {
      const salt = saltOf(await unlock(), record.commodityId, record.lotCode);
      const hash = sealHash({ chainId: chain.id, commodities: contracts.commodities }, record, salt);
      return { hash, salt, isKept: put(sealName(record.commodityId, record.lotCode), record) };
    },
  });
}
