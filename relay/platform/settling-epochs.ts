import { isAddressEqual } from 'viem';
import { wasPrevented } from '../../protocol/platforms/was-prevented.ts';
import type { Relay } from '../relay.ts';
import { platformState } from './platform-state.ts';

/**
 * Tells of an epoch whether the chain takes its statement from this relay as things are now. A suspended platform settles what it had sold:
 * statements of epochs that began before it was suspended; the others not before it is resumed. A former operator settles nothing.
 */
export async function settlingEpochs(relay: Relay): Promise<(epoch: number) => boolean> {
  const state = await platformState(relay);
  if (state && !isAddressEqual(state.operator, relay.chain.operator.address)) return () => false;
  const from = state?.suspendedSince ?? null;
  if (from === null) return () => true;
  return (epoch) => !wasPrevented(relay.chain.clock, epoch, [{ from, until: null }]);
}
