import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { getCode } from 'viem/actions';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';

/** Those of the keys that are contracts (ERC-1271): what they have signed holds only as long as their code says so. */
export function useContractKeys(keys: readonly Address[]) {
  const client = useChainClient();
  const sorted = [...new Set(keys)].sort();
  return useQuery({
    queryKey: ['chain', 'contract-keys', sorted],
    queryFn: async () => {
      const codes = await Promise.all(sorted.map((address) => getCode(client, { address })));
      return sorted.filter((_, i) => codes[i] !== undefined);
    },
  });
}
