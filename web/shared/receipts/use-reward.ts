import { useQuery } from '@tanstack/react-query';
import { costOfCase, keptBackOf } from '../../../protocol/platforms/cost-of-case.ts';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import type { ReadReceipt } from './receipt-file.ts';

/** What whoever challenges a receipt would get if the platform were slashed for it in a fresh epoch, at the bond of now. */
export function useReward({ receipt, digest }: Pick<ReadReceipt, 'receipt' | 'digest'>) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'reward', digest],
    queryFn: async () => {
      const platforms = { address: contracts.platforms, abi: abis.platforms } as const;
      const settlement = { address: contracts.settlement, abi: abis.settlement } as const;
      const [{ bond }, owed] = await Promise.all([
        client.readContract({ ...platforms, functionName: 'platformOf', args: [receipt.platformId] }),
        client.readContract({ ...settlement, functionName: 'owedFor', args: [receipt] }),
      ]);
      return costOfCase({ bond, slashed: 0n, owed, keptBack: keptBackOf(receipt) }).reward;
    },
  });
}
