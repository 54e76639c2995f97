import type { Hex } from 'viem';
import { decodeSolution } from '../../../../protocol/validators/decode-solution.ts';
import {
  edgeWord,
  proveVoter,
  type VoterScope,
  voterLeaf,
  voterRoot,
  voterScope,
} from '../../../../protocol/validators/voter-tree.ts';

/** What `ValidatorRewards.claim` takes for a voter's part of a term. */
export interface VoterClaim {
  readonly term: number;
  readonly edges: readonly bigint[];
  readonly proof: readonly Hex[];
}

/** A page of a solution as the index has it from the chain's events. */
export interface IndexedPage {
  readonly page: number;
  readonly winners: readonly number[];
  readonly voters: Hex;
  readonly edges: Hex;
  readonly stakes: readonly string[];
}

/** The pages in the index are not those that the chain has the root of. */
export class RootMismatchError extends Error {}

interface Question {
  /** The term that is claimed for; the election's may be an earlier one. */
  readonly term: number;
  readonly voterId: number;
  readonly pages: readonly IndexedPage[];
  /** On chain. */
  readonly root: Hex;
  readonly scope: VoterScope;
}

/**
 * Builds the tree of voters from a solution's pages and proves one of them in it.
 * @returns null when the solution puts nothing of this voter behind a seat
 * @throws RootMismatchError, ProtocolError when the pages cannot be read
 */
export function voterClaim({ term, voterId, pages, root, scope }: Question): VoterClaim | null {
  const tag = voterScope(scope);
  const read = pages
    .toSorted((a, b) => a.page - b.page)
    .map(({ winners, voters, edges, stakes }) => decodeSolution({ winners, voters, edges }, stakes.map(BigInt)).voters);
  const leaves = read.map((voters) => voters.map((voter) => voterLeaf(tag, voter)));
  if (voterRoot(leaves) !== root.toLowerCase()) throw new RootMismatchError();
  for (const [page, voters] of read.entries()) {
    const index = voters.findIndex(({ id }) => id === voterId);
    const voter = voters[index];
    if (voter) return { term, edges: voter.edges.map(edgeWord), proof: proveVoter(leaves, page, index) };
  }
  return null;
}
