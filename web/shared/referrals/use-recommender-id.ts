import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** Number of an account as a recommender, from the chain; 0: not registered. */
export function useRecommenderId(account: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'recommender', account],
    enabled: account !== undefined,
    queryFn: () =>
      client.readContract({
        address: contracts.recommenders,
        abi: abis.recommenders,
        functionName: 'idOf',
        args: [account as Address],
      }),
  });
}
