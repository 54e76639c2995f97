import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** What cases have brought an account and it has not fetched yet. */
export interface Winnings {
  /** Halves of penalties, in the settlement asset. */
  readonly reward: bigint;
  /** Pledges that came back, in wei: from challenges of receipts, and from demands for leaves. */
  readonly receiptPledges: bigint;
  readonly leafPledges: bigint;
}

export function useWinnings(account: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'winnings', account],
    enabled: account !== undefined,
    queryFn: async (): Promise<Winnings> => {
      const args = [account as Address] as const;
      const platforms = { address: contracts.platforms, abi: abis.platforms, args } as const;
      const demands = { address: contracts.demands, abi: abis.demands, args } as const;
      const [reward, receiptPledges, leafPledges] = await Promise.all([
        client.readContract({ ...platforms, functionName: 'rewardOf' }),
        client.readContract({ ...platforms, functionName: 'pledgeOf' }),
        client.readContract({ ...demands, functionName: 'pledgeOf' }),
      ]);
      return { reward, receiptPledges, leafPledges };
    },
  });
}
