import type { Hex } from 'viem';
import { climb } from './climb.ts';
import { branchLeafHash } from './leaf-hash.ts';
import type { RecommenderProof } from './proofs.ts';
import { reaches } from './reaches.ts';
import type { StatementRoots } from './statement.ts';

/** Whether the statement holds exactly this recommender leaf. `domain` is `treeDomain(scope)`. */
export function verifyRecommender(
  proof: RecommenderProof,
  statement: Pick<StatementRoots, 'recommenderRoot' | 'recommenderDepth' | 'totals'>,
  domain: Hex,
): boolean {
  return reaches(statement.recommenderRoot, statement.totals, () => {
    const leaf = { hash: branchLeafHash('recommender', domain, proof), sums: proof.sums };
    return climb(leaf, proof.recommenderId, statement.recommenderDepth, proof.siblings);
  });
}
