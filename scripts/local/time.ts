import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import type { Commune } from './deploy-local.ts';

/** Timestamp of the latest block of the local chain. */
export async function now(commune: Commune): Promise<number> {
  return Number((await commune.publicClient.getBlock()).timestamp);
}

/** Epoch of the latest block. */
export async function currentEpoch(commune: Commune): Promise<number> {
  return epochAt(commune.clock, await now(commune));
}

/** Moves the local chain to a time; does nothing when it is there already. Time only moves forward. */
export async function toTime(commune: Commune, time: number): Promise<void> {
  if ((await now(commune)) < time) await commune.connection.networkHelpers.time.increaseTo(time);
}

/** Moves the local chain to the start of an epoch or, with `half`, to its second half. */
export async function toEpoch(commune: Commune, epoch: number, half = false): Promise<void> {
  const offset = half ? Math.floor(commune.clock.epochLength / 2) : 0;
  await toTime(commune, epochStart(commune.clock, epoch) + offset);
}
