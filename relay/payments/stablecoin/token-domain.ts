import type { Address, PublicClient } from 'viem';
import { erc3009Abi } from './erc3009.ts';

export interface TokenDomain {
  name: string;
  version: string;
  chainId: number;
  verifyingContract: Address;
}

/** EIP-712 domain of a token: what it says by ERC-5267, or by `name` and `version` like older stablecoins. */
export async function readTokenDomain(client: PublicClient, chainId: number, token: Address): Promise<TokenDomain> {
  const read = { address: token, abi: erc3009Abi } as const;
  try {
    const [, name, version] = await client.readContract({ ...read, functionName: 'eip712Domain' });
    return { name, version, chainId, verifyingContract: token };
  } catch {
    const [name, version] = await Promise.all([
      client.readContract({ ...read, functionName: 'name' }),
      client.readContract({ ...read, functionName: 'version' }),
    ]);
    return { name, version, chainId, verifyingContract: token };
  }
}
