import type { Address } from 'viem';

/** A chain's account as documents name it (CAIP-10). */
export function caip10(chainId: number, address: Address): string {
  return `eip155:${chainId}:${address}`;
}
