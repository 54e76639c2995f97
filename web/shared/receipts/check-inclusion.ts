import type { ProofElement } from '../../../protocol/settlement/node.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { StatementRoots, StatementScope } from '../../../protocol/settlement/statement.ts';
import { verifyPurchase } from '../../../protocol/settlement/verify-purchase.ts';
import { verifyReferral } from '../../../protocol/settlement/verify-referral.ts';
import type { ReceiptProofs } from '../../../relay/api/statements.ts';

/**
 * Whether both proofs lead from exactly this receipt to the roots on chain. They come from whoever is asked, so whatever is wrong with
 * them only means that they prove nothing.
 */
export function provesInclusion(
  receipt: Receipt,
  proofs: ReceiptProofs,
  roots: StatementRoots,
  scope: StatementScope,
): boolean {
  try {
    const { purchase, referral } = proofs;
    const inLots = verifyPurchase(
      receipt,
      {
        receiptPosition: purchase.receiptIndex,
        receiptSiblings: siblings(purchase.receiptPath),
        nomineeInnerDepth: purchase.receiptPath.length,
        nomineeSiblings: siblings(purchase.nomineePath),
        lotInnerDepth: purchase.nomineePath.length,
        lotSiblings: siblings(purchase.lotPath),
      },
      roots,
      scope,
    );
    if (!inLots) return false;
    return verifyReferral(
      receipt,
      {
        receiptPosition: referral.receiptIndex,
        receiptSiblings: siblings(referral.receiptPath),
        recommenderInnerDepth: referral.receiptPath.length,
        recommenderSiblings: siblings(referral.recommenderPath),
      },
      roots,
      scope,
    );
  } catch {
    return false;
  }
}

function siblings(path: ReceiptProofs['purchase']['receiptPath']): ProofElement[] {
  return path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
}
