import { useQuery } from '@tanstack/react-query';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

export interface Electorate {
  /** Power of all at the snapshot. */
  readonly electorate: bigint;
  /** Votes that must be cast. */
  readonly floor: bigint;
}

/** Who may vote on a proposal, from the chain: the index learns it with the first vote that changes the outcome. */
export function useElectorate(voteStart: string) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  const now = useNow();
  const snapshot = BigInt(voteStart);
  return useQuery({
    queryKey: ['chain', 'electorate', voteStart],
    enabled: now !== undefined && now > Number(voteStart),
    queryFn: async (): Promise<Electorate> => {
      const [electorate, floor] = await Promise.all([
        client.readContract({
          address: contracts.power,
          abi: abis.power,
          functionName: 'getPastTotalSupply',
          args: [snapshot],
        }),
        client.readContract({
          address: contracts.governor,
          abi: abis.governor,
          functionName: 'quorum',
          args: [snapshot],
        }),
      ]);
      return { electorate, floor };
    },
  });
}
