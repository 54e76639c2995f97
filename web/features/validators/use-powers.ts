import { useQuery } from '@tanstack/react-query';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** Questions at a time that public nodes take without complaint. */
const AT_A_TIME = 25;

/** Experience power of candidates as the election for a term counts it (until its freeze: now), by number. */
export function usePowers(term: number | undefined, candidateIds: readonly number[]) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'candidate-powers', term, candidateIds.join()],
    enabled: term !== undefined && candidateIds.length > 0,
    queryFn: async (): Promise<ReadonlyMap<number, bigint>> => {
      const powers = new Map<number, bigint>();
      for (let i = 0; i < candidateIds.length; i += AT_A_TIME) {
        const asked = candidateIds.slice(i, i + AT_A_TIME).map(async (id) => {
          const power = await client.readContract({
            address: contracts.validators,
            abi: abis.validators,
            functionName: 'powerAt',
            args: [term as number, id],
          });
          powers.set(id, power);
        });
        await Promise.all(asked);
      }
      return powers;
    },
  });
}
