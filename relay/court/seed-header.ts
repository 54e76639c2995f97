import { type Hex, numberToHex } from 'viem';
import { encodeHeader, type RpcHeader } from '../../protocol/court/encode-header.ts';
import type { Chain } from '../chain/connect-chain.ts';

export interface SeedHeader {
  hash: Hex;
  /** As `Court.draw` takes it. */
  rlp: Hex;
}

/**
 * Header of the block that draws a jury; null as long as the node has no such block.
 *
 * @throws ProtocolError `BadHeader` on a chain whose headers are others
 */
export async function seedHeader({ client }: Pick<Chain, 'client'>, seedBlock: bigint): Promise<SeedHeader | null> {
  // Formatted blocks lack the fields that the hash is made of.
  const block = await client.request({ method: 'eth_getBlockByNumber', params: [numberToHex(seedBlock), false] });
  if (block === null) return null;
  const header = block as unknown as RpcHeader;
  return { hash: header.hash, rlp: encodeHeader(header) };
}
