import { zeroHash } from 'viem';
import { type InnerTreeArgument, innerTreeArgument } from '../settlement/contract-arguments.ts';
import type { ProofElement } from '../settlement/node.ts';
import type { AbsenceProof } from './absence-proof.ts';
import type { Leaf } from './leaf.ts';

const noTree: InnerTreeArgument = { root: zeroHash, sums: 0n, depth: 0 };

/** A proof as `answerAbsent` takes it; the lot's tree is only read for a nominee. */
export function absenceArgument(leaf: Leaf, proof: AbsenceProof): [Leaf, InnerTreeArgument, readonly ProofElement[]] {
  return [leaf, proof.lot === null ? noTree : innerTreeArgument(proof.lot), proof.siblings];
}
