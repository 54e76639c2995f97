/** The immutable clock of a deployment; seconds. */
export interface EpochClock {
  /** Unix time at which epoch 0 begins */
  genesis: number;
  epochLength: number;
}
