/** A voter as the frozen list has it. */
export interface FrozenVoter {
  readonly id: number;
  /** CTT, in its smallest unit; more than 0 */
  readonly stake: bigint;
  /** ids of candidates, by lane: 1 … 16 of them, increasing */
  readonly targets: readonly number[];
}

/** A candidate as an election sees him. */
export interface FrozenCandidate {
  readonly id: number;
  readonly running: boolean;
  /** part of the seat's reward that the validator keeps */
  readonly commissionBps: number;
  readonly bond: bigint;
  /** experience power at the freeze */
  readonly power: bigint;
}

export interface ElectionRules {
  /** winners at most */
  readonly seats: number;
  readonly minSelfBond: bigint;
  readonly minPower: bigint;
}

/** What an election counts; it never changes while solutions are taken. */
export interface Snapshot {
  /** the term that is elected */
  readonly term: number;
  readonly rules: ElectionRules;
  /** listed voters only */
  readonly voters: readonly FrozenVoter[];
  readonly candidates: readonly FrozenCandidate[];
}

/** Whether a candidate may win. */
export function isEligible({ running, bond, power }: FrozenCandidate, rules: ElectionRules): boolean {
  return running && bond >= rules.minSelfBond && power >= rules.minPower;
}
