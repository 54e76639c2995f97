import { useQuery } from '@tanstack/react-query';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** What waits to be brought in, from the chain. */
export interface Due {
  /** CTT of epochs that are over. */
  readonly mining: bigint;
  /** Membership payments, in the asset. */
  readonly memberships: bigint;
  /** Wei and CTT in the court. */
  readonly courtCoins: bigint;
  readonly courtTokens: bigint;
}

export function useDue() {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'treasury-due'],
    queryFn: async (): Promise<Due> => {
      const [mining, memberships, [courtCoins, courtTokens]] = await Promise.all([
        client.readContract({ address: contracts.emission, abi: abis.emission, functionName: 'treasuryDue' }),
        client.readContract({
          address: contracts.asset,
          abi: abis.asset,
          functionName: 'balanceOf',
          args: [contracts.memberships],
        }),
        client.readContract({ address: contracts.court, abi: abis.court, functionName: 'treasuryBalance' }),
      ]);
      return { mining, memberships, courtCoins, courtTokens };
    },
  });
}

/** What the founders' wallet holds and could pay out. */
export function useVesting() {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'vesting'],
    queryFn: async () => {
      const [held, releasable] = await Promise.all([
        client.readContract({
          address: contracts.token,
          abi: abis.token,
          functionName: 'balanceOf',
          args: [contracts.vesting],
        }),
        client.readContract({
          address: contracts.vesting,
          abi: abis.vesting,
          functionName: 'releasable',
          args: [contracts.token],
        }),
      ]);
      return { held, releasable };
    },
  });
}

/** CTT there are, and can ever be. */
export function useSupply() {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'supply'],
    queryFn: async () => {
      const token = { address: contracts.token, abi: abis.token } as const;
      const [supply, cap] = await Promise.all([
        client.readContract({ ...token, functionName: 'totalSupply' }),
        client.readContract({ ...token, functionName: 'cap' }),
      ]);
      return { supply, cap };
    },
  });
}
