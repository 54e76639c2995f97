import { ProtocolError } from '../error.ts';
import type { EpochClock } from './epoch-clock.ts';

/** Epoch of a Unix time. @throws ProtocolError `BadTime` before genesis. */
export function epochAt({ genesis, epochLength }: EpochClock, time: number): number {
  if (!(time >= genesis)) throw new ProtocolError('BadTime', { time, genesis });
  return Math.floor((time - genesis) / epochLength);
}
