import { useQuery } from '@tanstack/react-query';
import { numberToHex } from 'viem';
import { encodeHeader, type RpcHeader } from '../../../../protocol/court/encode-header.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';

/** Header of a block, RLP encoded, as the court takes it. */
export function useHeader(number: bigint, enabled: boolean) {
  const client = useChainClient();
  return useQuery({
    queryKey: ['chain', 'header', String(number)],
    enabled,
    queryFn: async () => {
      const block = await client.request({ method: 'eth_getBlockByNumber', params: [numberToHex(number), false] });
      if (!block) throw new Error(`no block ${number}`);
      return encodeHeader(block as unknown as RpcHeader);
    },
  });
}
