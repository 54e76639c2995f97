import type { Address } from 'viem';
import { useConnection } from 'wagmi';
import { useAppConfig } from '../config/use-app-config.ts';

export interface ConnectedAccount {
  readonly address: Address;
  /** The wallet is on the commune's network. */
  readonly isOnChain: boolean;
  /** It signs in the page, on a local chain. */
  readonly isDemo: boolean;
}

/** Who is connected; undefined: nobody. */
export function useAccount(): ConnectedAccount | undefined {
  const { chain } = useAppConfig();
  const { address, chainId, connector, status } = useConnection();
  if (!address || (status !== 'connected' && status !== 'reconnecting')) return undefined;
  return { address, isOnChain: chainId === chain.id, isDemo: connector?.type === 'demo' };
}
