import { climb } from './climb.ts';
import { branchLeafHash } from './leaf-hash.ts';
import type { ReferralProof } from './proofs.ts';
import { reaches } from './reaches.ts';
import type { Receipt } from './receipt.ts';
import { receiptLeaf } from './receipt-leaf.ts';
import type { StatementRoots, StatementScope } from './statement.ts';
import { treeDomain } from './tree-domain.ts';

/** Whether the statement's recommender tree holds exactly this receipt under its recommender. */
export function verifyReferral(
  receipt: Receipt,
  proof: ReferralProof,
  statement: Pick<StatementRoots, 'recommenderRoot' | 'recommenderDepth' | 'totals'>,
  scope: StatementScope,
): boolean {
  return reaches(statement.recommenderRoot, statement.totals, () => {
    const leaf = receiptLeaf(receipt, scope.chainId, scope.settlement);
    const receipts = climb(leaf, proof.receiptPosition, proof.recommenderInnerDepth, proof.receiptSiblings);
    const recommender = {
      hash: branchLeafHash('recommender', treeDomain(scope), {
        innerRoot: receipts.hash,
        sums: receipts.sums,
        innerDepth: proof.recommenderInnerDepth,
      }),
      sums: receipts.sums,
    };
    return climb(recommender, receipt.recommenderId, statement.recommenderDepth, proof.recommenderSiblings);
  });
}
