import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** Number of an account as an experiencer, from the chain; 0: not registered. */
export function useExperiencerId(account: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'experiencer', account],
    enabled: account !== undefined,
    queryFn: () =>
      client.readContract({
        address: contracts.power,
        abi: abis.power,
        functionName: 'idOf',
        args: [account as Address],
      }),
  });
}
