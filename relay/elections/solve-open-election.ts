import type { Address, PublicClient } from 'viem';
import { ProtocolError } from '../../protocol/error.ts';
import { type EncodedSolution, encodeSolution } from '../../protocol/validators/encode-solution.ts';
import type { Outcome } from '../../protocol/validators/outcome.ts';
import { pageSolution } from '../../protocol/validators/page-solution.ts';
import type { Snapshot } from '../../protocol/validators/snapshot.ts';
import type { ElectionSolution } from '../../protocol/validators/solution.ts';
import { solveElection } from '../../protocol/validators/solve-election.ts';
import { verifySolution } from '../../protocol/validators/verify-solution.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface OpenElection {
  readonly elections: Address;
  readonly validators: Address;
  readonly chainId: number;
  /** the term that is elected */
  readonly term: number;
}

/** A solution as it is sent, or how few candidates could win: the old set stays then. */
export type Solved =
  | { readonly snapshot: Snapshot; readonly tooFew: number }
  | {
      readonly snapshot: Snapshot;
      readonly solution: ElectionSolution;
      readonly outcome: Outcome;
      /** one for `submit`, several for a draft */
      readonly pages: readonly EncodedSolution[];
    };

/**
 * Solves an election whose snapshot is frozen, and verifies the solution as the contract will.
 *
 * @param edgesPerPage edges in a transaction at most
 * @param onSnapshot hears what is to be solved
 */
export async function solveOpenElection(
  client: PublicClient,
  { elections, validators, chainId, term }: OpenElection,
  edgesPerPage: number,
  onSnapshot: (snapshot: Snapshot) => void = () => {},
): Promise<Solved> {
  const snapshot = await readSnapshot(client, validators, term);
  onSnapshot(snapshot);
  const solution = trySolve(snapshot);
  if (typeof solution === 'number') return { snapshot, tooFew: solution };
  const pages = pageSolution(solution, edgesPerPage).map(encodeSolution);
  const { outcome } = verifySolution(snapshot, solution.winners, pages, { chainId, elections });
  return { snapshot, solution, outcome, pages };
}

/** @returns the number of winners where they are too few */
function trySolve(snapshot: Snapshot): ElectionSolution | number {
  try {
    return solveElection(snapshot);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'WrongWinnerCount') return Number(error.values.given);
    throw error;
  }
}
