import { ProtocolError } from '../../protocol/error.ts';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import type { PurchaseProof, ReferralProof } from '../../protocol/settlement/proofs.ts';
import { provePurchase } from '../../protocol/settlement/prove-purchase.ts';
import { proveReferral } from '../../protocol/settlement/prove-referral.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { verifyPurchase } from '../../protocol/settlement/verify-purchase.ts';
import { verifyReferral } from '../../protocol/settlement/verify-referral.ts';

/**
 * Both ways of a receipt up to the roots of its statement; null unless the statement holds this very receipt. That an order is
 * there says nothing: it may be there with another amount.
 */
export function proveReceipt(
  trees: StatementTrees,
  receipt: Receipt,
): { purchase: PurchaseProof; referral: ReferralProof } | null {
  try {
    const purchase = provePurchase(trees, receipt.orderId);
    const referral = proveReferral(trees, receipt.orderId);
    const holds =
      verifyPurchase(receipt, purchase, trees, trees.scope) && verifyReferral(receipt, referral, trees, trees.scope);
    return holds ? { purchase, referral } : null;
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'UnknownOrder') return null;
    throw error;
  }
}
