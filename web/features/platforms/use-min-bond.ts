import { useQuery } from '@tanstack/react-query';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** Bond that statements need in this epoch. */
export function useMinBond() {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'min-bond'],
    queryFn: () => client.readContract({ address: contracts.platforms, abi: abis.platforms, functionName: 'minBond' }),
  });
}
