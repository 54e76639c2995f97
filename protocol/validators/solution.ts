/** A part of a voter's stake behind a winner. */
export interface SolutionEdge {
  /** which of the voter's nominations, 0 … 15 */
  readonly lane: number;
  /** position in the solution's winners */
  readonly winner: number;
  readonly amount: bigint;
}

export interface SolutionVoter {
  readonly id: number;
  /** by lane; together the voter's stake */
  readonly edges: readonly SolutionEdge[];
}

/** A solution as the contract takes it: winners and voters in increasing order of their ids. */
export interface ElectionSolution {
  readonly winners: readonly number[];
  readonly voters: readonly SolutionVoter[];
}

/** Winners that a solution has at least: a jury of the court. */
export const MIN_WINNERS = 3;
/** Candidates that a voter can name. */
export const MAX_NOMINATIONS = 16;
/** Pages of a draft. */
export const MAX_PAGES = 64;
