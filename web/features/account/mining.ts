/** A winning report, and what has become of its mining. */
export interface WinningReport {
  readonly lotId: number;
  readonly lotCode: string;
  /** Epoch in which its round was scored. */
  readonly scoringEpoch: number;
  /** Winners are fixed. */
  readonly closed: boolean;
  readonly registered: boolean;
  readonly claimed: boolean;
}

/**
 * early: the epoch of its scoring still runs; open: to be registered by the end of this epoch, or lost; waiting: registered, claimed from
 * the next epoch on; ready: can be claimed; done: was claimed; lost: nobody registered it in time.
 */
export type MiningState = 'early' | 'open' | 'waiting' | 'ready' | 'done' | 'lost';

/** @param epoch the current one */
export function miningState({ scoringEpoch, registered, claimed }: WinningReport, epoch: number): MiningState {
  if (claimed) return 'done';
  if (epoch <= scoringEpoch) return 'early';
  if (epoch === scoringEpoch + 1) return registered ? 'waiting' : 'open';
  return registered ? 'ready' : 'lost';
}

/** Something can be done about it, or will be. */
export function isMining(state: MiningState): boolean {
  return state !== 'done' && state !== 'lost';
}
