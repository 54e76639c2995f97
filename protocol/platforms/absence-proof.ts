import type { BranchLeaf } from '../settlement/leaf-hash.ts';
import type { ProofElement } from '../settlement/node.ts';

/** Shows that a statement has no such leaf: its place is empty. */
export interface AbsenceProof {
  /** What the lot's leaf commits to, when a nominee is absent below it. */
  lot: BranchLeaf | null;
  /** From the empty place upwards; none for a nominee whose place the lot's tree does not reach. */
  siblings: ProofElement[];
}
