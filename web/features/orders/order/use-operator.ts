import { useQuery } from '@tanstack/react-query';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';

/** Who signs for a platform, from the chain and not from the platform. */
export function useOperator(platformId: number) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'operator', platformId],
    queryFn: async () => {
      const { operator } = await client.readContract({
        address: contracts.platforms,
        abi: abis.platforms,
        functionName: 'platformOf',
        args: [platformId],
      });
      return operator;
    },
  });
}
