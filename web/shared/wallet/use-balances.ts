import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** Settlement asset and gas money of an account, in smallest units. */
export function useBalances(address: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'balances', address],
    enabled: address !== undefined,
    queryFn: async () => {
      const account = address as Address;
      const [asset, gas] = await Promise.all([
        client.readContract({
          address: contracts.asset,
          abi: abis.asset,
          functionName: 'balanceOf',
          args: [account],
        }),
        client.getBalance({ address: account }),
      ]);
      return { asset, gas };
    },
  });
}
