import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** Experience power of an account now. */
export function useOwnPower(account: Address) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'own-power', account],
    queryFn: () =>
      client.readContract({ address: contracts.power, abi: abis.power, functionName: 'getVotes', args: [account] }),
  });
}
