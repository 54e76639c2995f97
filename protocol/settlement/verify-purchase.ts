import { climb } from './climb.ts';
import { branchLeafHash } from './leaf-hash.ts';
import type { PurchaseProof } from './proofs.ts';
import { reaches } from './reaches.ts';
import type { Receipt } from './receipt.ts';
import { receiptLeaf } from './receipt-leaf.ts';
import type { StatementRoots, StatementScope } from './statement.ts';
import { treeDomain } from './tree-domain.ts';

/** Whether the statement's lot tree holds exactly this receipt under its lot and its nominee. */
export function verifyPurchase(
  receipt: Receipt,
  proof: PurchaseProof,
  statement: Pick<StatementRoots, 'lotRoot' | 'lotDepth' | 'totals'>,
  scope: StatementScope,
): boolean {
  const domain = treeDomain(scope);
  return reaches(statement.lotRoot, statement.totals, () => {
    const leaf = receiptLeaf(receipt, scope.chainId, scope.settlement);
    const receipts = climb(leaf, proof.receiptPosition, proof.nomineeInnerDepth, proof.receiptSiblings);
    const nominee = {
      hash: branchLeafHash('nominee', domain, {
        innerRoot: receipts.hash,
        sums: receipts.sums,
        innerDepth: proof.nomineeInnerDepth,
      }),
      sums: receipts.sums,
    };
    const nominees = climb(nominee, receipt.nomineeId, proof.lotInnerDepth, proof.nomineeSiblings);
    const lot = {
      hash: branchLeafHash('lot', domain, {
        innerRoot: nominees.hash,
        sums: nominees.sums,
        innerDepth: proof.lotInnerDepth,
      }),
      sums: nominees.sums,
    };
    return climb(lot, receipt.lotId, statement.lotDepth, proof.lotSiblings);
  });
}
