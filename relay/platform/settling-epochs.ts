import { wasPrevented } from '../../protocol/platforms/was-prevented.ts';
import type { Relay } from '../relay.ts';
import { platformState } from './platform-state.ts';

/**
 * Tells of an epoch whether the chain takes its statement as things are now. A suspended platform settles what it had sold: statements of
 * epochs that began before it was suspended; the others not before it is resumed.
 */
export async function settlingEpochs(relay: Relay): Promise<(epoch: number) => boolean> {
  const from = (await platformState(relay))?.suspendedSince ?? null;
  if (from === null) return () => true;
  return (epoch) => !wasPrevented(relay.chain.clock, epoch, [{ from, until: null }]);
}
