import type { EpochClock } from './epoch-clock.ts';

/** Unix time at which an epoch begins; the epoch before it ends there. */
export function epochStart({ genesis, epochLength }: EpochClock, epoch: number): number {
  return genesis + epoch * epochLength;
}
