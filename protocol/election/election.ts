/** Who votes with how much for whom. */
export interface Voter {
  /** position in the frozen list of voters */
  readonly id: number;
  /** in the smallest unit of the staked token; below 2^128 */
  readonly stake: bigint;
  /** ids of candidates; a repeated or unknown one counts once or not at all */
  readonly targets: readonly number[];
}

/** A part of a voter's stake behind a winner. */
export interface Edge {
  readonly voter: number;
  readonly target: number;
  readonly weight: bigint;
}

export interface Winner {
  readonly id: number;
  /** stake behind it, the sum of its edges */
  readonly support: bigint;
}

/** What an election found; winners in the order of their election. A voter's edges add up to its stake. */
export interface Solution {
  readonly winners: readonly Winner[];
  readonly edges: readonly Edge[];
}
