import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** What contracts owe an account, from the chain. */
export interface Owed {
  /** Shares of fees and commissions in Settlement, in the asset. */
  readonly settlement: bigint;
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
    queryKey: ['chain', 'owed', account],
    enabled: account !== undefined,
    queryFn: async (): Promise<Owed> => {
      const args = [account as Address] as const;
      const disputes = { address: contracts.disputes, abi: abis.disputes, args } as const;
      const [settlement, [coins, tokens], credit, fees, bounties] = await Promise.all([
        client.readContract({ address: contracts.settlement, abi: abis.settlement, functionName: 'creditOf', args }),
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
      return { settlement, coins, tokens, credit, fees, bounties };
    },
  });
}
