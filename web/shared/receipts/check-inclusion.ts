import type { PurchaseProofArgument, ReferralProofArgument } from '../../../protocol/settlement/contract-arguments.ts';
import type { ProofElement } from '../../../protocol/settlement/node.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { StatementRoots, StatementScope } from '../../../protocol/settlement/statement.ts';
import { verifyPurchase } from '../../../protocol/settlement/verify-purchase.ts';
import { verifyReferral } from '../../../protocol/settlement/verify-referral.ts';

/** The two ways of a receipt up to the roots of its statement, as a platform's service answers them. */
export interface InclusionAnswer {
  readonly purchase: PurchasePath;
  readonly referral: ReferralPath;
}

/** Sums come as decimal strings. */
type Path = readonly { readonly hash: `0x${string}`; readonly sums: string }[];
type PurchasePath = {
  readonly [Key in keyof PurchaseProofArgument]: PurchaseProofArgument[Key] extends number ? number : Path;
};
type ReferralPath = {
  readonly [Key in keyof ReferralProofArgument]: ReferralProofArgument[Key] extends number ? number : Path;
};

/**
 * Whether both proofs lead from exactly this receipt to the roots on chain. They come from whoever is asked, so whatever is wrong with
 * them only means that they prove nothing.
 */
export function provesInclusion(
  receipt: Receipt,
  answer: InclusionAnswer,
  roots: StatementRoots,
  scope: StatementScope,
): boolean {
  try {
    const { purchase, referral } = answer;
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

function siblings(path: Path): ProofElement[] {
  return path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
}
