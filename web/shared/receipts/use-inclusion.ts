import { useQuery } from '@tanstack/react-query';
import type { StatementRoots } from '../../../protocol/settlement/statement.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchInclusion } from './fetch-inclusion.ts';
import type { ReadReceipt } from './receipt-file.ts';
import type { Inclusion } from './receipt-standing.ts';
import { useSources } from './use-sources.ts';

const PATIENCE_MS = 10_000;

/** Asks the platform and its mirrors for the proofs of a receipt and checks them here, against the roots on chain. */
export function useInclusion({ receipt, digest }: ReadReceipt, statement: StatementRoots | null | undefined) {
  const { chain, contracts } = useAppConfig();
  const sources = useSources(receipt.platformId);
  const inclusion = useQuery({
    queryKey: ['inclusion', digest, statement?.lotRoot, statement?.recommenderRoot, sources.data],
    enabled: statement !== undefined && statement !== null && sources.data !== undefined,
    retry: false,
    queryFn: async ({ signal }): Promise<Inclusion> => {
      const { provesInclusion } = await import('./check-inclusion.ts');
      const { platformId, epoch } = receipt;
      const scope = { chainId: chain.id, settlement: contracts.settlement, platformId, epoch };
      let found: Inclusion = 'unknown';
      for (const source of sources.data ?? []) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
        const answer = await fetchInclusion(source, { receipt, digest }, limit);
        if (!answer?.proofs) continue;
        if (provesInclusion(receipt, answer.proofs, statement as StatementRoots, scope)) return 'included';
        found = 'refuted';
      }
      return found;
    },
  });
  return { ...inclusion, error: sources.error ?? inclusion.error, refetch: inclusion.refetch };
}
