import type { Hex } from 'viem';
import { climb } from './climb.ts';
import { type BranchLeaf, branchLeafHash } from './leaf-hash.ts';
import type { NomineeProof } from './proofs.ts';
import { reaches } from './reaches.ts';

/** Whether the opened lot leaf `lot` holds exactly this nominee leaf. `domain` is `treeDomain(scope)`. */
export function verifyNominee(proof: NomineeProof, lot: BranchLeaf, domain: Hex): boolean {
  return reaches(lot.innerRoot, lot.sums, () => {
    const leaf = { hash: branchLeafHash('nominee', domain, proof), sums: proof.sums };
    return climb(leaf, proof.nomineeId, lot.innerDepth, proof.siblings);
  });
}
