import { useQuery } from '@tanstack/react-query';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useAccount } from '../wallet/use-account.ts';

export interface DisputeTerms {
  /** Wei that a case or challenge has to bring for the court. */
  readonly cost: bigint;
  /** Least bond of a challenge, in smallest units of the asset. */
  readonly minBond: bigint;
  /** What the contract may take from the account by now. */
  readonly allowed: bigint;
  readonly balance: bigint;
}

/** What it costs to dispute something, and what the account has allowed. */
export function useDisputeTerms(enabled = true) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  const account = useAccount()?.address;
  return useQuery({
    queryKey: ['chain', 'dispute-terms', account],
    enabled,
    queryFn: async (): Promise<DisputeTerms> => {
      const disputes = { address: contracts.disputes, abi: abis.disputes } as const;
      const asset = { address: contracts.asset, abi: abis.asset } as const;
      const [cost, minBond, allowed, balance] = await Promise.all([
        client.readContract({ ...disputes, functionName: 'arbitrationCost' }),
        client.readContract({ ...disputes, functionName: 'bondRequired' }),
        account
          ? client.readContract({ ...asset, functionName: 'allowance', args: [account, contracts.disputes] })
          : 0n,
        account ? client.readContract({ ...asset, functionName: 'balanceOf', args: [account] }) : 0n,
      ]);
      return { cost, minBond, allowed, balance };
    },
  });
}
