import { useQuery } from '@tanstack/react-query';
import { demandKind, type Leaf } from '../../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../../protocol/platforms/leaf-id-of.ts';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';

/** Whether a leaf has been opened, so that a demand for it can be closed. */
export function useLeafOpened(leaf: Leaf, enabled: boolean) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'leaf', leafIdOf(leaf)],
    enabled,
    queryFn: () => {
      const read = { address: contracts.settlement, abi: abis.settlement } as const;
      const { platformId, epoch, kind, lotId, payeeId } = leaf;
      if (kind === demandKind.lot) {
        return client.readContract({ ...read, functionName: 'isLotOpened', args: [platformId, epoch, lotId] });
      }
      if (kind === demandKind.recommender) {
        const args = [platformId, epoch, payeeId] as const;
        return client.readContract({ ...read, functionName: 'isRecommenderOpened', args });
      }
      return client.readContract({
        ...read,
        functionName: 'isNomineeOpened',
        args: [platformId, epoch, lotId, payeeId],
      });
    },
  });
}
