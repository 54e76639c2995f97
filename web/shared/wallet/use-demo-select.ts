import { useCallback } from 'react';
import type { Address } from 'viem';
import { useConfig, useConnect, useConnection } from 'wagmi';
import { DEMO_CONNECTOR_ID, type SelectDemoAccount } from './demo-account.ts';

/** Makes a demo account of the local chain the connected one. */
export function useDemoSelect(): (address: Address) => Promise<void> {
  const { connectors } = useConfig();
  const { connector: current } = useConnection();
  const { mutateAsync: connect } = useConnect();
  return useCallback(
    async (address) => {
      const demo = connectors.find(({ id }) => id === DEMO_CONNECTOR_ID);
      if (!demo) return;
      (demo as typeof demo & { select: SelectDemoAccount }).select(address);
      if (current?.uid !== demo.uid) await connect({ connector: demo });
    },
    [connectors, current, connect],
  );
}
