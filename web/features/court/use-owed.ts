import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** What court and disputes owe an account, from the chain. */
export interface Owed {
  /** Wei and CTT, in the court. */
  readonly coins: bigint;
  readonly tokens: bigint;
  /** Bonds and bounties in Disputes, in the asset. */
  readonly credit: bigint;
  /** Wei, in Disputes. */
  readonly fees: bigint;
  /** Bounties in Evaluations, in the asset. */
  readonly bounties: bigint;
}

export function useOwed(account: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'court-owed', account],
    enabled: account !== undefined,
    queryFn: async (): Promise<Owed> => {
      const args = [account as Address] as const;
      const disputes = { address: contracts.disputes, abi: abis.disputes, args } as const;
      const [[coins, tokens], credit, fees, bounties] = await Promise.all([
        client.readContract({ address: contracts.court, abi: abis.court, functionName: 'balanceOf', args }),
        client.readContract({ ...disputes, functionName: 'creditOf' }),
        client.readContract({ ...disputes, functionName: 'coinsOf' }),
        client.readContract({
          address: contracts.evaluations,
          abi: abis.evaluations,
          functionName: 'creditOf',
          args,
        }),
      ]);
      return { coins, tokens, credit, fees, bounties };
    },
  });
}
