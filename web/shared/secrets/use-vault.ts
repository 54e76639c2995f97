import { useCallback } from 'react';
import { communeKey } from '../config/commune-key.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { readStored, writeStored } from '../storage/stored.ts';
import { useStored } from '../storage/use-stored.ts';
import { useAccount } from '../wallet/use-account.ts';
import { fromVaultFile, readVault, toVaultFile, type VaultFileProblem, vaultKey } from './vault.ts';

/** The account's vault in this browser. `put` gives false when the browser refuses to keep it: say so, and offer the file. */
export function useVault() {
  const commune = communeKey(useAppConfig());
  const account = useAccount()?.address ?? 'nobody';
  const key = vaultKey(commune, account);
  const [entries] = useStored(key, readVault);

  const merge = useCallback(
    (added: Readonly<Record<string, unknown>>) => writeStored(key, { ...readVault(readStored(key)), ...added }),
    [key],
  );
  return {
    entries,
    /** What lies under a name, as it was put. */
    get: <T>(name: string) => entries[name] as T | undefined,
    put: useCallback((name: string, value: unknown) => merge({ [name]: value }), [merge]),
    exportFile: useCallback(
      () => JSON.stringify(toVaultFile(commune, account, readVault(readStored(key))), null, 2),
      [commune, account, key],
    ),
    /** Adds what a file holds; entries of the file win. */
    importFile: useCallback(
      (text: string): VaultFileProblem | null => {
        const read = fromVaultFile(text, commune, account);
        if ('problem' in read) return read.problem;
        merge(read.entries);
        return null;
      },
      [commune, account, merge],
    ),
  };
}
