import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** Settlement asset, CTT and gas money of an account, in smallest units. */
export function useBalances(address: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'balances', address],
    enabled: address !== undefined,
    queryFn: async () => {
      const account = address as Address;
      const read = { abi: abis.asset, functionName: 'balanceOf', args: [account] } as const;
      const [asset, token, gas] = await Promise.all([
        client.readContract({ ...read, address: contracts.asset }),
        client.readContract({ ...read, address: contracts.token }),
        client.getBalance({ address: account }),
      ]);
      return { asset, token, gas };
    },
  });
}
