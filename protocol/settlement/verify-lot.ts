import type { Hex } from 'viem';
import { climb } from './climb.ts';
import { branchLeafHash } from './leaf-hash.ts';
import type { LotProof } from './proofs.ts';
import { reaches } from './reaches.ts';
import type { StatementRoots } from './statement.ts';

/** Whether the statement holds exactly this lot leaf. `domain` is `treeDomain(scope)`. */
export function verifyLot(
  proof: LotProof,
  statement: Pick<StatementRoots, 'lotRoot' | 'lotDepth' | 'totals'>,
  domain: Hex,
): boolean {
  return reaches(statement.lotRoot, statement.totals, () => {
    const leaf = { hash: branchLeafHash('lot', domain, proof), sums: proof.sums };
    return climb(leaf, proof.lotId, statement.lotDepth, proof.siblings);
  });
}
