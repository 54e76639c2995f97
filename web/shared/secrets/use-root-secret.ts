import { useCallback } from 'react';
import type { Hex } from 'viem';
import { useConfig } from 'wagmi';
import { rootSecret } from '../../../protocol/secrets/root-secret.ts';
import { secretRequest } from '../../../protocol/secrets/secret-request.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useAccount } from '../wallet/use-account.ts';

/** Roots by deployment and account. In memory only: a script that reads the browser's stores finds no salt. */
const roots = new Map<string, Promise<Hex>>();

/**
 * Gives the root of the account's secrets; derive salts from it with protocol/secrets/derive-salt. Asks the wallet for one
 * signature per visit of the page.
 */
export function useRootSecret(): () => Promise<Hex> {
  const { chain, contracts } = useAppConfig();
  const wagmi = useConfig();
  const address = useAccount()?.address;
  return useCallback(() => {
    if (!address) throw new Error('connect a wallet first');
    const key = `${chain.id}.${contracts.evaluations}.${address}`;
    const known = roots.get(key);
    if (known) return known;
    const root = import('wagmi/actions').then(async ({ signTypedData }) => {
      const request = secretRequest(chain.id, contracts.evaluations, address);
      return rootSecret(await signTypedData(wagmi, { ...request, account: address }));
    });
    roots.set(key, root);
    root.catch(() => roots.delete(key));
    return root;
  }, [chain.id, contracts.evaluations, wagmi, address]);
}
