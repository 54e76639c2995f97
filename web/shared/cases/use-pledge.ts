import { useQuery } from '@tanstack/react-query';
import { answerWindow } from '../../../protocol/platforms/case-windows.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { pledgeFor } from './pledge-for.ts';

const FRESH_MS = 30_000;

/** What a case costs the one who opens it, in wei of the chain's coin, and the seconds that the platform has to answer it. */
export function usePledge() {
  const client = useChainClient();
  const { clock } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'pledge'],
    staleTime: FRESH_MS,
    queryFn: async () => {
      const { baseFeePerGas } = await client.getBlock({ blockTag: 'latest' });
      return { pledge: pledgeFor(baseFeePerGas ?? 0n), answerWindow: answerWindow(clock) };
    },
  });
}
